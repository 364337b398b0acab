/** What there is to know of a voice (SpeechSynthesisVoice has these). */
export interface Voice {
  readonly name: string;
  /** BCP 47; some phones write `en_GB`. */
  readonly lang: string;
  /** Spoken on this device. Others send the words to somebody else's computer, and are never used. */
  readonly localService: boolean;
  readonly default?: boolean;
}

/**
 * The voice that reads a language aloud: of this device only, never another one, however much better it fits. The same
 * region before the language in general before another region; among equals the device's own choice.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], locale: string): V | null {
  const asked = tag(locale);
  const fits = voices
    .filter((voice) => voice.localService && tag(voice.lang)[0] === asked[0])
    .map((voice) => ({ voice, rank: rank(tag(voice.lang), asked) + (voice.default === true ? 1 : 0) }));
  return (
    fits.reduce<(typeof fits)[number] | null>((best, fit) => (best && best.rank >= fit.rank ? best : fit), null)
      ?.voice ?? null
  );
}

function tag(lang: string): string[] {
  return lang.toLowerCase().split(/[-_]/);
}

function rank(has: readonly string[], asked: readonly string[]): number {
  if (has.join() === asked.join()) return 4;
  return has.length === 1 ? 2 : 0;
}
