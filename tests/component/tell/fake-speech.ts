/** The browser's own speech for whole pages: the Chromium of tests has no voices. A sentence ends when it is told to. */
export class FakeSpeech {
  readonly spoken: { readonly text: string; readonly voice: string }[] = [];
  #now: Utterance | null = null;

  /** Stands in for the window's, with a remote voice that the browser would choose and one of this device. */
  constructor() {
    const voice = (name: string, localService: boolean) => ({
      name,
      lang: 'en-GB',
      localService,
      default: !localService,
    });
    const speech = {
      getVoices: () => [voice('Elsewhere', false), voice('Here', true)],
      cancel: () => (this.#now = null),
      speak: (utterance: Utterance) => {
        this.#now = utterance;
        this.spoken.push({ text: utterance.text, voice: utterance.voice?.name ?? 'the browser’s own' });
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  }

  get speaking(): string | null {
    return this.#now?.text ?? null;
  }

  get texts(): string[] {
    return this.spoken.map(({ text }) => text);
  }

  end(): void {
    const said = this.#now;
    this.#now = null;
    said?.onend?.();
  }

  /** Everything to the last sentence. */
  endAll(): void {
    while (this.#now !== null) this.end();
  }
}

class Utterance {
  voice: { name: string } | null = null;
  onend: (() => void) | null = null;
  constructor(readonly text: string) {}
}
