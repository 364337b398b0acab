import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analystPolicy } from '$lib/analysis/disclosure/policy';
import { compareWords, type SidedText } from '$lib/server/words/compare-words';

const policy = analystPolicy({ k: { analyst: 10, public: 10 } });
const WORDS = ['bus', 'letter', 'waiting', 'friend', 'nurse', 'quiet', 'form', 'plan'];

/** Texts of one side: the first words are used by all, `own` by each with a chance. */
function side(which: SidedText['side'], from: number, count: number, own: (at: number) => string[]): SidedText[] {
  return Array.from({ length: count }, (_, at) => ({
    serial: from + at,
    side: which,
    cluster: at % 6,
    words: [...WORDS.slice(0, 4), ...own(at)],
  }));
}

describe('words of two groups', () => {
  it('finds a word that one group uses far more, with the stories that say it', () => {
    const texts = [
      ...side('first', 0, 120, (at) => (at % 2 === 0 ? ['waiting', 'taxi'] : [])),
      ...side('second', 1000, 200, (at) => (at % 20 === 0 ? ['taxi'] : [])),
    ];
    const { more, fewer } = compareWords(texts, policy);
    expect(more[0]).toMatchObject({ word: 'taxi', first: 60, second: 10 });
    expect(more[0]?.read.every((serial) => serial < 1000 && serial % 2 === 0)).toBe(true);
    expect(fewer).toEqual([]);
  });

  it('tells no number under k, and no word of fewer than 5 stories or 3 sessions on its side', () => {
    const text = fc.record({
      side: fc.constantFrom('first' as const, 'second' as const),
      cluster: fc.nat(9),
      words: fc.uniqueArray(fc.constantFrom(...WORDS, 'rare', 'name'), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 20, maxLength: 300, size: 'max' }), (drawn) => {
        // One side leans to some words, so that there is something to show.
        const texts = drawn.map((each, serial): SidedText => {
          const words = each.side === 'first' && each.cluster > 4 ? [...each.words, 'taxi', 'name'] : each.words;
          return { ...each, serial, words: [...new Set(words)] };
        });
        const { more, fewer } = compareWords(texts, policy);
        for (const [list, own] of [
          [more, 'first'],
          [fewer, 'second'],
        ] as const) {
          for (const { word, first, second, read } of list) {
            // As many for every word: their number tells nothing.
            expect(read).toHaveLength(5);
            const uses = (which: SidedText['side']) =>
              texts.filter((each) => each.side === which && each.words.includes(word));
            expect(uses(own).length).toBeGreaterThanOrEqual(5);
            expect(new Set(uses(own).map(({ cluster }) => cluster)).size).toBeGreaterThanOrEqual(3);
            for (const [told, which] of [
              [first, 'first'],
              [second, 'second'],
            ] as const) {
              if (told === null) continue;
              expect(told).toBe(uses(which).length);
              expect(told).toBeGreaterThanOrEqual(10);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
