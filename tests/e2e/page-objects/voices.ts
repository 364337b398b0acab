import type { Page } from '@playwright/test';

/** What was spoken in the page, by which voice. */
export interface Spoken {
  readonly text: string;
  readonly voice: string;
}

declare global {
  interface Window {
    spoken?: Spoken[];
  }
}

/** The Chromium of tests has no voices: two of the same language, of which the browser would choose the remote one. */
export async function withVoices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const voice = (name: string, localService: boolean) => ({
      name,
      lang: 'en-GB',
      localService,
      default: !localService,
    });
    const voices = [voice('Elsewhere', false), voice('Here', true)];
    const spoken: Spoken[] = [];
    window.spoken = spoken;
    class Utterance {
      voice: { name: string } | null = null;
      onend: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    let now: Utterance | null = null;
    const speech = {
      getVoices: () => voices,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      cancel: () => (now = null),
      speak(utterance: Utterance) {
        now = utterance;
        spoken.push({ text: utterance.text, voice: utterance.voice?.name ?? 'the browser’s own' });
        setTimeout(() => now === utterance && utterance.onend?.(), 20);
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  });
}

export function spokenIn(page: Page): Promise<readonly Spoken[]> {
  return page.evaluate(() => window.spoken ?? []);
}
