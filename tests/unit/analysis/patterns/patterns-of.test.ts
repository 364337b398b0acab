import { describe, expect, it } from 'vitest';
import { adjustedRand } from '$lib/analysis/patterns/adjusted-rand';
import { frozenReport } from '$lib/analysis/patterns/frozen-patterns';
import { embeddingOf } from '$lib/analysis/patterns/embedding';
import { matchPatterns } from '$lib/analysis/patterns/match-patterns';
import { patternsOf, type PatternOptions } from '$lib/analysis/patterns/patterns-of';
import { UNPLACED, type FoundPatterns, type Looked, type PatternsResult } from '$lib/analysis/patterns/patterns-result';
import { standardisedDifferences } from '$lib/analysis/patterns/standardised-difference';
import { Cancelled } from '$lib/analysis/progress';
import { plantedStories } from './planted-stories';
import { SCATTERED, scatteredStories } from './stories-arbitrary';

const OPTIONS: PatternOptions = { signifiers: SCATTERED, seed: '7', view: 'all stories' };
const planted = plantedStories(240, 3, 'planted');

function found(result: PatternsResult): Looked & FoundPatterns {
  if (result.kind !== 'patterns') throw new Error(result.kind);
  return result;
}

const seen = found(patternsOf(planted.set, { ...OPTIONS, groupings: [planted.places] }));
const readable = Uint8Array.from({ length: 240 }, (_, story) => story % 2);
/** The same stories in another view, with another seed, half of them closed to the reader. */
const other = found(patternsOf(planted.set, { ...OPTIONS, seed: '8', view: 'this year', readable }));

describe('the patterns of a set of stories', { timeout: 60_000 }, () => {
  it('are the ones planted, counted, described and called stable', () => {
    expect(seen.chosen.count).toBe(3);
    expect(seen.independence.exceeds).toBe(true);
    const placed = Uint32Array.from(seen.placedStories);
    const at = (column: Uint8Array): Uint8Array => Uint8Array.from(placed, (story) => column[story] ?? 0);
    expect(adjustedRand(at(seen.patternOf), at(planted.truth))).toBeGreaterThan(0.95);
    expect(seen.patterns.map(({ stability }) => stability)).toEqual(['stable', 'stable', 'stable']);
    expect(seen.patterns.reduce((sum, { size }) => sum + size, 0)).toBe(seen.placed);
    for (const { differences } of seen.patterns) {
      const sizes = differences.map(({ difference }) => difference ?? -1);
      expect(sizes).toEqual([...sizes].sort((p, q) => q - p));
      for (const { counts, parts } of differences) {
        const hits = parts.reduce((sum, part) => sum + part.hits.pattern, 0);
        expect(hits).toBe(counts.pattern.answered);
        expect(counts.pattern.answered + counts.others.answered).toBeLessThanOrEqual(seen.placed);
      }
    }
  });

  it('differ by what the pattern and all others together say', () => {
    const embedding = embeddingOf(planted.set, SCATTERED);
    seen.patterns.forEach(({ differences }, number) => {
      const inside = Uint8Array.from(seen.placedStories, (story) => (seen.patternOf[story] === number ? 1 : 0));
      const expected = standardisedDifferences(embedding, inside);
      differences.forEach(({ block, difference }) => {
        const direct = expected[seen.blocks.indexOf(block)] ?? Number.NaN;
        if (direct === Infinity) expect(difference).toBe(Infinity);
        else expect(difference).toBeCloseTo(direct, 9);
      });
    });
  });

  it('are the same for the same view and seed, in every figure, and tell of their progress, never backwards', () => {
    const told: number[] = [];
    const watched = { step: (done: number, of: number) => told.push(done / of), cancelled: () => false };
    expect(patternsOf(planted.set, { ...OPTIONS, groupings: [planted.places] }, watched)).toEqual(seen);
    expect(told).toEqual([...told].sort((p, q) => p - q));
    expect(told.at(-1)).toBe(1);
  });

  it('pass from a worker to a page as they are', () => {
    expect(structuredClone(seen)).toEqual(seen);
  });

  it('leave stories unplaced that answered fewer than half of the signifiers in use', () => {
    const set = scatteredStories(300, 'gaps', 0.5);
    const result = patternsOf(set, OPTIONS);
    const answered = (story: number): number => set.blocks.filter(({ state }) => state[story] === 1).length;
    expect(Array.from(result.placedStories)).toEqual(
      Array.from({ length: 300 }, (_, story) => story).filter((story) => answered(story) >= 2.5),
    );
    expect(result.kind).toBe('too_few');
    const unplaced = Array.from(seen.patternOf).filter((pattern) => pattern === UNPLACED).length;
    expect(unplaced).toBe(seen.stories - seen.placed);
  });

  it('are not looked for among fewer than 100 complete stories', () => {
    const few = plantedStories(99, 3, 'few', 0).set;
    const enough = plantedStories(100, 3, 'few', 0).set;
    expect(patternsOf(few, OPTIONS)).toMatchObject({ kind: 'too_few', needed: 100, complete: 99 });
    expect(patternsOf(enough, OPTIONS).kind).not.toBe('too_few');
  });

  it('are none where stories lie anywhere', () => {
    expect(patternsOf(scatteredStories(300, 'anywhere', 0.05), OPTIONS).kind).toMatch(/^no_patterns_/);
  });

  it('name only stories that may be read', () => {
    const named = other.patterns.flatMap(({ telling }) => [
      ...telling.medoids,
      ...telling.border.map(({ story }) => story),
    ]);
    expect(named.length).toBe(18);
    for (const story of [...named, ...other.fewButDifferent]) expect(readable[story]).toBe(1);
  });

  it.each([
    ['no stories', scatteredStories(0, 'none', 0), SCATTERED],
    ['no signifiers in use', planted.set, []],
    ['one slider', planted.set, SCATTERED.slice(1, 2)],
    ['nobody answering', scatteredStories(150, 'silent', 1), SCATTERED],
  ])('are none, without a fault, with %s', (_, set, signifiers) => {
    const result = patternsOf(set, { ...OPTIONS, signifiers });
    expect(result.kind).toMatch(/^too_few$|^no_patterns_/);
    expect(result.map.stories.every(Number.isFinite)).toBe(true);
    expect(result.map.stories).toHaveLength(2 * result.placed);
  });

  it('end when nobody waits', () => {
    const late = { step: () => undefined, cancelled: () => true };
    expect(() => patternsOf(planted.set, OPTIONS, late)).toThrow(Cancelled);
  });

  it('have keys that differ between patterns and views', () => {
    const keys = [...seen.patterns, ...other.patterns].map(({ key }) => key);
    expect(new Set(keys).size).toBe(6);
  });
});

describe('the mix of patterns', { timeout: 60_000 }, () => {
  it('counts every placed story of a group once, with intervals wider than for stories told one by one', () => {
    const [mix] = seen.mixes;
    for (const { stories, ofGroup } of mix?.groups ?? []) {
      expect(ofGroup.reduce((sum, { hits }) => sum + hits, 0)).toBe(stories);
      for (const { deff, interval } of ofGroup) {
        expect(deff).toBeGreaterThan(1);
        expect(interval?.low).toBeLessThan(interval?.share ?? 0);
      }
    }
    for (let pattern = 0; pattern < 3; pattern += 1) {
      const hits = mix?.groups.reduce((sum, { ofPattern }) => sum + (ofPattern[pattern]?.hits ?? 0), 0);
      expect(hits).toBe(seen.patterns[pattern]?.size);
    }
  });
});

describe('patterns over time', { timeout: 60_000 }, () => {
  it('keep their identity when they are found again in another order', () => {
    const { centres } = other;
    const turned = { ...centres, values: Float64Array.of(...rotated(centres.values, centres.width)) };
    const { matches, arisen, gone } = matchPatterns(seen.centres, turned);
    expect(matches.map(({ now, before }) => [now, before])).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    expect([arisen, gone]).toEqual([[], []]);
  });

  it('give no name to a pattern that stands elsewhere', () => {
    const { width } = seen.centres;
    const values = seen.centres.values.slice();
    values.fill(5, 0, width);
    const { matches, arisen, gone } = matchPatterns(seen.centres, { ...seen.centres, values });
    expect(matches.map(({ now, before }) => [now, before])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect([arisen, gone]).toEqual([[0], [0]]);
  });

  it('are reported by period against frozen centres, the same stories giving the same shares', () => {
    const frozen = { signifiers: SCATTERED, blocks: seen.blocks, centres: seen.centres };
    const report = frozenReport(planted.set, frozen, planted.places);
    expect(report.mix).toEqual(seen.mixes[0]);
    expect([report.placed, report.unplaced]).toEqual([seen.placed, seen.stories - seen.placed]);
    expect(() => frozenReport(planted.set, { ...frozen, blocks: [] }, planted.places)).toThrow(RangeError);
  });
});

/** The centres in another order: second, third, first. */
function rotated(values: Float64Array, width: number): number[] {
  return [...values.subarray(width), ...values.subarray(0, width)];
}
