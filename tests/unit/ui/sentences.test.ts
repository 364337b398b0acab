import { afterEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { wordAt } from '$lib/tell/reading/word-at';
import { sentencesOf } from '$lib/ui/reading/sentences';

const parts = (text: string, locale: string) => sentencesOf(text, locale).map(({ from, to }) => text.slice(from, to));

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['en-GB', 'Tell us about one time. It can be good or hard! What happened?', 3],
  ['ar', 'احكِ لنا عن مرة واحدة. ماذا حدث؟ كيف شعرت؟', 3],
  ['ur', 'ہمیں ایک وقت کے بارے میں بتائیں۔ کیا ہوا؟', 2],
  ['so', 'Noo sheeg hal mar. Maxaa dhacay?', 2],
  ['sk', 'Povedzte nám o jednom okamihu. Čo sa stalo?', 2],
])('in %s', (locale, text, count) => {
  it('a text falls into its sentences, nothing lost between them but white space', () => {
    const found = parts(text, locale);
    expect(found).toHaveLength(count);
    expect(found.join(' ')).toBe(text);
  });

  it('also where the browser has no rules of its own', () => {
    const { Segmenter: _, ...rest } = Object.getOwnPropertyDescriptors(Intl);
    vi.stubGlobal('Intl', Object.defineProperties({}, rest));
    expect(parts(text, locale)).toHaveLength(count);
  });
});

it('reads a locale the browser cannot read by its own rules instead of not at all', () => {
  expect(parts('One. Two.', 'x!')).toEqual(['One.', 'Two.']);
});

it('takes a label without a full stop for one sentence', () => {
  expect(parts('  The right help ', 'en')).toEqual(['The right help']);
  expect(parts('   ', 'en')).toEqual([]);
});

it('loses no letter of any text and never overlaps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'ar', 'ur', 'zh'), (text, locale) => {
      const spans = sentencesOf(text, locale);
      let end = 0;
      let left = '';
      for (const { from, to } of spans) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        left += text.slice(end, from);
        end = to;
      }
      expect((left + text.slice(end)).trim()).toBe('');
    }),
  );
});

it.each([
  ['en', 'Mostly the right help', 7, 'the'],
  ['en', "We didn't know", 3, "didn't"],
  ['ar', 'ماذا حدث هنا', 5, 'حدث'],
])('finds the word of %s at the place an engine names', (locale, text, at, word) => {
  const { from, to } = wordAt(text, at, locale);
  expect(text.slice(from, to)).toBe(word);
});
