import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logOdds } from '$lib/analysis/words/log-odds';
import { vocabulary, type TextStory } from '$lib/analysis/words/vocabulary';
import { wordsOf } from '$lib/analysis/words/words-of';

const story = (text: string, inGroup: boolean, cluster = 0): TextStory => ({ words: wordsOf(text), inGroup, cluster });

describe('the words of a text', () => {
  it.each([
    ['The bus was late. The BUS!', ['the', 'bus', 'was', 'late', 'the', 'bus']],
    ["I can't, and I can’t", ["can't", 'and', "can't"]],
    ['one-to-one at 9:30 - a2', ['one-to-one', 'at']],
    ['Škola je daleko', ['škola', 'je', 'daleko']],
    ['S\u030Ckola', ['škola']],
    ['المدرسة بعيدة', ['المدرسة', 'بعيدة']],
    ['🙂 42', []],
  ])('of "%s" are %j', (text, expected) => expect(wordsOf(text)).toEqual(expected));
});

describe('a vocabulary', () => {
  it('counts a word once per story, however often a child repeats it', () => {
    const told = [story('dog dog dog', true, 1), story('dog bus', false, 2), story('dog', false, 2)];
    expect(vocabulary(told)).toEqual({
      words: [
        { word: 'bus', inGroup: 0, inRest: 1, stories: 1, clusters: 1 },
        { word: 'dog', inGroup: 1, inRest: 2, stories: 3, clusters: 2 },
      ],
      inGroup: 1,
      inRest: 3,
    });
    expect(vocabulary(told, 'every').inGroup).toBe(3);
  });
});

describe('the log-odds of words', () => {
  const stories = fc.array(
    fc.record({
      words: fc.array(fc.constantFrom('bus', 'dog', 'rain', 'help', 'late'), { maxLength: 6 }),
      inGroup: fc.boolean(),
      cluster: fc.nat(5),
    }),
    { minLength: 2, maxLength: 40 },
  );

  it('turn their sign when the two sides change places', () => {
    fc.assert(
      fc.property(stories, (told) => {
        fc.pre(told.some(({ words }) => words.length > 0));
        const there = logOdds(vocabulary(told));
        const back = logOdds(vocabulary(told.map((one) => ({ ...one, inGroup: !one.inGroup }))));
        there.forEach(({ z, delta }, i) => {
          expect(z + (back[i]?.z ?? 9)).toBeCloseTo(0, 10);
          expect(delta + (back[i]?.delta ?? 9)).toBeCloseTo(0, 10);
        });
      }),
    );
  });

  it('are nothing where both sides speak alike', () => {
    const told = [true, false].flatMap((inGroup) => [story('bus late', inGroup), story('dog', inGroup)]);
    for (const { z } of logOdds(vocabulary(told))) expect(z).toBeCloseTo(0, 12);
  });

  it('have nothing to say about a vocabulary of one word', () => {
    expect(logOdds(vocabulary([story('bus', true), story('bus', false)]))[0]).toMatchObject({ delta: 0, z: 0 });
  });
});
