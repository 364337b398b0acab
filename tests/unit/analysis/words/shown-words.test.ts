import { describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { logOdds } from '$lib/analysis/words/log-odds';
import { shownWords } from '$lib/analysis/words/shown-words';
import { vocabulary, type TextStory } from '$lib/analysis/words/vocabulary';

/** Stories of six words each out of forty; `typical` words are told by the group only. */
function told(typical: (story: number) => string[], clusters = 20): TextStory[] {
  const random = seededRandom('words');
  return Array.from({ length: 200 }, (_, i) => {
    const inGroup = i % 4 === 0;
    const words = Array.from({ length: 6 }, () => `word${String.fromCharCode(97 + random.below(40))}`);
    return { words: inGroup ? [...words, ...typical(i)] : words, inGroup, cluster: i % clusters };
  });
}

const shown = (stories: readonly TextStory[]): string[] =>
  shownWords(logOdds(vocabulary(stories))).map(({ word }) => word);

describe('the words that are shown', () => {
  it('are those a group really uses more', () => {
    expect(shown(told((i) => (i % 8 === 0 ? ['lift'] : [])))).toEqual(['lift']);
  });

  it('are none where both sides speak alike, although some of forty words look typical one by one', () => {
    expect(shown(told(() => []))).toEqual([]);
  });

  it('leave out a word of few stories, however typical', () => {
    expect(shown(told((i) => (i < 16 ? ['rare'] : [])))).toEqual([]);
  });

  it('leave out a word of one gathering, however often it was said there', () => {
    const stories = told((i) => (i % 8 === 0 ? ['lift'] : [])).map((story) =>
      story.words.includes('lift') ? { ...story, cluster: 1 } : story,
    );
    expect(shown(stories)).toEqual([]);
  });
});
