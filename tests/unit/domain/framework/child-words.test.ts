import { describe, expect, it } from 'vitest';
import content from '$lib/domain/framework/content/sheffield-send.json';
import { editionFor } from '$lib/domain/framework/edition-for';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import { readingHelp } from '$lib/i18n/en/reading-help';
import { readingSettings } from '$lib/i18n/en/reading-settings';
import { tell } from '$lib/i18n/en/tell';
import { telling } from '$lib/i18n/en/telling';

/** Texts that a child is shown: those of its edition, and those of Tell with words of their own for children. */
function childTexts(): string[] {
  const own = Object.entries({ ...tell, ...telling, ...readingHelp, ...readingSettings })
    .filter(([key]) => key.endsWith('.child'))
    .flatMap(([, message]) => (typeof message === 'string' ? [message] : Object.values(message)));
  const edition = editionFor(FrameworkSchema.parse(content), 'child');
  const stepped = new Set(edition.set.steps);
  const { prompts, signifiers, questions, consents, ...rest } = edition;
  const asked = [...prompts, ...signifiers, ...questions, ...consents].filter(({ id }) => stepped.has(id));
  return [...own, ...wordsIn(asked), ...wordsIn([rest.story, rest.sharing, rest.helpMe, rest.safety, rest.closing])];
}

/** Every text below a value that is more than one word: ids, icons and names of keys are none. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'title' && !Array.isArray(value) ? [] : wordsIn(inner),
  );
}

const sentencesOf = (text: string) => text.split(/[.?!…:]+/).filter((sentence) => /[a-z]/i.test(sentence));
const wordsOf = (sentence: string) => sentence.match(/[a-z'’-]+/gi) ?? [];

/** Groups of vowels, without a silent e: right within a few in a hundred, which is enough for a mean. */
function syllablesOf(word: string): number {
  const groups =
    word
      .toLowerCase()
      .replace(/(?<=[^aeiouyl])e$|(?<=[^td])ed$/, '')
      .match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}

describe('the words a child reads', () => {
  const sentences = childTexts().flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);

  it('stand in short sentences', () => {
    expect(sentences.length).toBeGreaterThan(150);
    expect(sentences.filter((sentence) => wordsOf(sentence).length > 16)).toEqual([]);
  });

  it('can be read by a child of seven: a Flesch-Kincaid grade of 2 at most (Kincaid et al. 1975)', () => {
    const syllables = words.map(syllablesOf).reduce((sum, count) => sum + count, 0);
    const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
    expect(grade).toBeLessThanOrEqual(2);
  });
});
