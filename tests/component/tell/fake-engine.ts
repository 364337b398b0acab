import type { Voice } from '$lib/tell/reading/choose-voice';
import type { SpeechEngine, Told } from '$lib/tell/reading/speech-engine';

interface Spoken {
  readonly text: string;
  readonly voice: Voice;
  readonly rate: number;
  readonly told: Told;
}

/** Speaks when it is told to: the Chromium of tests has no voices. Refuses what must never happen. */
export class FakeEngine implements SpeechEngine {
  readonly spoken: Spoken[] = [];
  speaking: Spoken | null = null;

  constructor(private readonly known: readonly Voice[]) {}

  voices(): Promise<readonly Voice[]> {
    return Promise.resolve(this.known);
  }

  speak(text: string, voice: Voice, rate: number, told: Told): void {
    if (!voice.localService) throw new Error(`words were sent away to ${voice.name}`);
    if (this.speaking !== null) throw new Error('two sentences at once');
    this.speaking = { text, voice, rate, told };
    this.spoken.push(this.speaking);
  }

  stop(): void {
    this.speaking = null;
  }

  /** The sentence has been said. */
  end(): void {
    const said = this.speaking;
    this.speaking = null;
    said?.told.ended();
  }

  word(at: number, length = 0): void {
    this.speaking?.told.word(at, length);
  }

  get texts(): string[] {
    return this.spoken.map(({ text }) => text);
  }
}

export const ENGLISH: Voice = { name: 'Here', lang: 'en-GB', localService: true };
export const REMOTE: Voice = { name: 'Elsewhere', lang: 'en-GB', localService: false, default: true };
