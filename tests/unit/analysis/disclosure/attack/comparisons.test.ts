import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  guardComparison,
  openComparisons,
  type ComparisonAnswer,
  type ToldComparisons,
} from '$lib/analysis/disclosure/guard-comparison';
import type { DisclosurePolicy } from '$lib/analysis/disclosure/policy';
import { storyBits, type StoryBits } from '$lib/analysis/disclosure/story-bits';

const POLICY: DisclosurePolicy = { k: 10, clusters: 3, largestShare: 0.6, roundTo: 1, wordStories: 5 };

/** Stories of gatherings, each with a place, an age and a feeling: what a person can compare by. */
interface Told {
  readonly cluster: number;
  readonly facts: readonly number[];
}
const FACTS = [4, 3, 3];

const population = fc
  .array(fc.array(fc.tuple(...FACTS.map((most) => fc.nat(most - 1))), { minLength: 3, maxLength: 16 }), {
    minLength: 8,
    maxLength: 40,
  })
  .map((gatherings) => gatherings.flatMap((facts, cluster) => facts.map((each): Told => ({ cluster, facts: each }))));

/** One group: stories with these facts (null: any), against everybody else or against another such group. */
const group = fc.tuple(...FACTS.map((most) => fc.option(fc.nat(most - 1))));
const question = fc.record({ first: group, second: fc.option(group) });
type Wanted = readonly (number | null)[];

const fits = ({ facts }: Told, wanted: Wanted) => facts.every((fact, i) => wanted[i] === null || wanted[i] === fact);

function setsOf(stories: readonly Told[], { first, second }: { first: Wanted; second: Wanted | null }) {
  const inFirst = stories.map((story) => fits(story, first));
  return {
    question: JSON.stringify([first, second]),
    first: storyBits(stories.length, (row) => inFirst[row] === true),
    second: storyBits(stories.length, (row) => {
      const story = stories[row];
      return story !== undefined && !inFirst[row] && (second === null || fits(story, second));
    }),
  };
}

/** Written out row by row, without the product's own bits. */
const members = ({ rows, words }: StoryBits): boolean[] =>
  Array.from({ length: rows }, (_, row) => ((words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0);

function isWeak(stories: readonly Told[]): boolean {
  const sizes = new Map<number, number>();
  for (const { cluster } of stories) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return (
    stories.length < POLICY.k ||
    sizes.size < POLICY.clusters ||
    Math.max(...sizes.values()) > POLICY.largestShare * stories.length
  );
}

/** Somebody asks one question after another; what came of each. */
function ask(stories: readonly Told[], questions: readonly { first: Wanted; second: Wanted | null }[]) {
  const clusters = stories.map(({ cluster }) => cluster);
  let told: ToldComparisons = openComparisons(stories.length);
  return questions.map((each) => {
    const sets = setsOf(stories, each);
    const answer: ComparisonAnswer = guardComparison(sets, clusters, told, POLICY);
    if (answer.kind === 'told') told = answer.told;
    return { answer, sets: [members(sets.first), members(sets.second)] };
  });
}

describe('somebody who compares groups again and again', () => {
  it('can set no few stories apart by any sum or difference of the numbers given', () => {
    fc.assert(
      fc.property(population, fc.array(question, { minLength: 2, maxLength: 25 }), (stories, questions) => {
        const exact = ask(stories, questions).flatMap(({ answer, sets }) =>
          answer.kind === 'told' && answer.numbers === 'exact' ? sets : [],
        );
        // Whatever is worked out from sets is about whole parts of what they cut the stories into.
        const parts = new Map<string, Told[]>();
        stories.forEach((story, row) => {
          const key = exact.map((set) => (set[row] ? '1' : '0')).join('');
          parts.set(key, [...(parts.get(key) ?? []), story]);
        });
        if (exact.length > 0) for (const part of parts.values()) expect(isWeak(part)).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it('is told nothing of two groups that differ by a few stories, with or without numbers', () => {
    fc.assert(
      fc.property(population, fc.array(question, { minLength: 2, maxLength: 25 }), (stories, questions) => {
        const told = ask(stories, questions).flatMap(({ answer, sets }) => (answer.kind === 'told' ? sets : []));
        const all = [stories.map(() => true), ...told];
        for (const [i, one] of all.entries())
          for (const other of all.slice(i + 1)) {
            const differs = stories.filter((_, row) => one[row] !== other[row]);
            const agrees = stories.filter((_, row) => one[row] === other[row]);
            for (const few of [differs, agrees]) expect(few.length > 0 && isWeak(few)).toBe(false);
          }
      }),
      { numRuns: 800 },
    );
  });

  it('is given the same answer to the same question, whatever came between', () => {
    fc.assert(
      fc.property(population, fc.array(question, { minLength: 2, maxLength: 12 }), (stories, questions) => {
        const twice = ask(stories, [...questions, ...questions]);
        questions.forEach((_, i) => {
          const [before, after] = [twice[i]?.answer, twice[i + questions.length]?.answer];
          if (before?.kind !== 'told') return;
          expect(after).toMatchObject({ kind: 'told', numbers: before.numbers });
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('two groups', () => {
  const stories = Array.from({ length: 120 }, (_, i): Told => ({ cluster: i % 12, facts: [i % 4, i % 3, 0] }));
  const clusters = stories.map(({ cluster }) => cluster);
  const within = (from: number, to: number) => storyBits(stories.length, (row) => row >= from && row < to);
  const answer = (first: StoryBits, second: StoryBits, told = openComparisons(stories.length)) =>
    guardComparison(
      { question: `${first.words.join()}/${second.words.join()}`, first, second },
      clusters,
      told,
      POLICY,
    );

  it('are told of with their numbers when one is exactly the rest of the other', () => {
    expect(answer(within(0, 40), within(40, 120))).toMatchObject({ kind: 'told', numbers: 'exact' });
  });

  it('are refused when one is too small', () => {
    expect(answer(within(0, 9), within(9, 120))).toMatchObject({ kind: 'refused', by: 'first' });
    expect(answer(within(0, 111), within(111, 120))).toMatchObject({ kind: 'refused', by: 'second' });
  });

  it('lose their numbers when they leave out a few of all stories', () => {
    expect(answer(within(0, 60), within(60, 117))).toMatchObject({ kind: 'told', numbers: 'held' });
  });

  it('are refused when an earlier group had a few stories less', () => {
    const first = answer(within(0, 40), within(40, 120));
    if (first.kind !== 'told') throw new Error('told before');
    expect(answer(within(0, 44), within(44, 120), first.told)).toMatchObject({ kind: 'refused', by: 'earlier' });
  });

  it('keep their words and lose their numbers when only a chain of answers could set a few apart', () => {
    const first = answer(within(0, 40), within(40, 120));
    if (first.kind !== 'told') throw new Error('told before');
    // Four stories in common: no two answers differ by a few, and yet three of them would leave the four.
    const next = answer(
      within(36, 80),
      storyBits(120, (row) => row < 36 || row >= 80),
      first.told,
    );
    expect(next).toMatchObject({ kind: 'told', numbers: 'held' });
  });
});
