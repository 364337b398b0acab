import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseVoice, type Voice } from '$lib/tell/reading/choose-voice';

const local = (lang: string, name = lang): Voice => ({ name, lang, localService: true });
const remote = (lang: string): Voice => ({ name: `remote ${lang}`, lang, localService: false, default: true });

const LANGS = ['en', 'en-GB', 'en_US', 'ar', 'ar-EG', 'ur-PK', 'sk-SK', 'so'] as const;
const voices = fc.array(
  fc.record({
    name: fc.string(),
    lang: fc.constantFrom(...LANGS),
    localService: fc.boolean(),
    default: fc.boolean(),
  }),
);

describe('the voice that reads aloud', () => {
  it('is never a remote one, whatever there is to choose from', () => {
    fc.assert(
      fc.property(voices, fc.constantFrom(...LANGS), (all, locale) => {
        const chosen = chooseVoice(all, locale);
        expect(chosen?.localService ?? true).toBe(true);
        const some = all.some((voice) => voice.localService && voice.lang.slice(0, 2) === locale.slice(0, 2));
        expect(chosen === null).toBe(!some);
      }),
    );
  });

  it.each<[string, Voice[], string, string | null]>([
    ['the same region first', [local('en-US'), local('en-GB')], 'en-GB', 'en-GB'],
    ['then the language in general', [local('en-US'), local('en')], 'en-GB', 'en'],
    ['then another region', [local('en-US')], 'en-GB', 'en-US'],
    ['written as some phones do', [local('en_GB')], 'en-GB', 'en_GB'],
    ['not another language', [local('en-GB')], 'ar', null],
    ['not a remote voice that fits better', [remote('ar'), local('ar-EG')], 'ar', 'ar-EG'],
    ['nothing where only remote voices speak it', [remote('ar')], 'ar', null],
  ])('%s', (_, all, locale, name) => {
    expect(chooseVoice(all, locale)?.name ?? null).toBe(name);
  });

  it('is the device’s own choice among equals', () => {
    const chosen = chooseVoice([local('en-GB', 'a'), { ...local('en-GB', 'b'), default: true }], 'en-GB');
    expect(chosen?.name).toBe('b');
  });
});
