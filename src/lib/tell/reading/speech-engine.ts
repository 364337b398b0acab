import type { Voice } from './choose-voice';

/** What an engine tells while it speaks. */
export interface Told {
  /** A word begins at this place of the text; `length` 0 where the engine does not say. Many engines never tell. */
  word(at: number, length: number): void;
  ended(): void;
  failed(): void;
}

/** Whatever reads a sentence aloud. One at a time; `stop` tells nothing more of the one that was spoken. */
export interface SpeechEngine {
  /** Every voice there is, remote ones too: `chooseVoice` keeps those out. Resolves when they are known, or after patience. */
  voices(): Promise<readonly Voice[]>;
  /** @param rate 1 = as the voice speaks by itself */
  speak(text: string, voice: Voice, rate: number, told: Told): void;
  stop(): void;
}
