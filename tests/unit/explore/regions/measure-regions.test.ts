import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '$lib/analysis/progress';
import { createKernel } from '$lib/columns/create-kernel';
import { decodeSnapshot } from '$lib/columns/decode-snapshot';
import { DIMENSION } from '$lib/columns/dimension';
import { encodeSnapshot } from '$lib/columns/encode-snapshot';
import type { Clause } from '$lib/columns/clause';
import { zoneOf } from '$lib/domain/signifier/zone';
import { barycentric } from '$lib/domain/signifier/spaces';
import { insideClauses } from '$lib/explore/regions/region-clause';
import { measureRegions } from '$lib/explore/regions/measure-regions';
import type { MeasuredRegion, RegionsQuestion } from '$lib/explore/regions/regions-answer';
import { framework, programme, rowArbitrary } from '../../../fixtures/story-arbitrary';

const TRIAD = 'triad.right';
const STONES = 'stones.helped';
const rows = fc.sample(rowArbitrary, { numRuns: 240, seed: 11 }).map((row, serial) => ({
  ...row,
  serial,
  cluster: `s${serial % 17}`,
}));
const kernel = createKernel(decodeSnapshot(encodeSnapshot(programme, framework, rows)));
const policy = { k: 10, clusters: 3, largestShare: 0.6, roundTo: 1, wordStories: 5 };
const nearA: MeasuredRegion = { id: 'a', signifier: TRIAD, shape: { kind: 'zones', zones: ['A'] }, drawnMonth: 685 };
const ask = (regions: readonly MeasuredRegion[], changes: Partial<RegionsQuestion> = {}) =>
  measureRegions(kernel, {
    page: 'regions',
    within: [],
    regions,
    by: DIMENSION.audience,
    length: 'quarter',
    policy,
    ...changes,
  });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Told by hand from the stories themselves. */
const placed = rows.flatMap(({ story }) => {
  const answer = story.answers[TRIAD];
  return answer?.state === 'answered' && answer.kind === 'triad' ? [answer.at] : [];
});

describe('measuring regions', () => {
  it('counts the stories inside among those that placed something, whoever did not answer left out', () => {
    const [reading] = ask([nearA]).readings;
    const inside = placed.filter(({ a, b, c }) => zoneOf(barycentric(a, b, c)) === 'A');
    expect(reading?.whole).toMatchObject({ n: placed.length, hits: inside.length });
    expect((reading?.whole.n ?? 0) + (reading?.notApplicable ?? 0) + (reading?.unanswered ?? 0)).toBe(rows.length);
    expect(reading?.member.filter((value) => value === 2)).toHaveLength(inside.length);
    expect(reading?.member.filter((value) => value > 0)).toHaveLength(placed.length);
  });

  it.each(['quarter', 'month'] as const)('puts every story into one %s and one group', (length) => {
    const [reading] = ask([nearA], { length }).readings;
    if (!reading) throw new Error('the triad is asked');
    for (const part of ['n', 'hits'] as const) {
      expect(sum(reading.periods.map(({ share }) => share[part]))).toBe(reading.whole[part]);
      expect(sum(reading.groups.map(({ share }) => share[part]))).toBe(reading.whole[part]);
    }
    expect(sum(reading.periods.map(({ to, from }) => to - from + 1))).toBe(11);
  });

  it('says of every period how it stands to the month of the drawing', () => {
    const [reading] = ask([nearA], { length: 'month' }).readings;
    expect(reading?.periods.map(({ from, dating }) => [from, dating])).toEqual(
      Array.from({ length: 11 }, (_, i) => [680 + i, i < 5 ? 'looked-back' : i === 5 ? 'mixed' : 'foreseen']),
    );
  });

  it('counts within a filter, also one on the very same question', () => {
    const zones: Clause = { kind: 'zones', source: TRIAD, dimension: TRIAD, zones: ['A', 'B'] };
    const [reading] = ask([nearA], { within: [zones] }).readings;
    const [whole] = ask([nearA]).readings;
    const both = placed.filter(({ a, b, c }) => ['A', 'B'].includes(zoneOf(barycentric(a, b, c))));
    expect(reading?.whole).toMatchObject({ n: both.length, hits: whole?.whole.hits });
  });

  it('counts as many stories as its link shows on the wall, of all, of a period and of a group', () => {
    const zones: Clause = { kind: 'zones', source: TRIAD, dimension: TRIAD, zones: ['A', 'B', 'AB'] };
    for (const within of [[], [zones]]) {
      const [reading] = ask([nearA], { within }).readings;
      const on = (part: readonly Clause[]) => kernel.select(insideClauses(within, nearA, part), []).n;
      expect(on([])).toBe(reading?.whole.hits);
      for (const { from, to, share } of reading?.periods ?? [])
        expect(on([{ kind: 'months', source: DIMENSION.months, dimension: DIMENSION.months, from, to }])).toBe(
          share.hits,
        );
      for (const { group, share } of reading?.groups ?? []) {
        const { audience } = DIMENSION;
        expect(on([{ kind: 'options', source: audience, dimension: audience, options: [group] }])).toBe(share.hits);
      }
    }
  });

  it('measures a stone by the stories that placed that stone', () => {
    const cells: MeasuredRegion = {
      id: 's',
      signifier: STONES,
      stone: 'trust',
      shape: { kind: 'cells', cells: [8, 9, 10, 11] },
      drawnMonth: 685,
    };
    const upper = rows.flatMap(({ story }) => {
      const answer = story.answers[STONES];
      const stone = answer?.state === 'answered' && answer.kind === 'stones' ? answer.stones['trust'] : undefined;
      return stone?.state === 'placed' ? [stone.y] : [];
    });
    const [reading] = ask([cells]).readings;
    expect(reading?.whole).toMatchObject({ n: upper.length, hits: upper.filter((y) => y >= 2 / 3).length });
  });

  it('leaves out a region whose question or stone is gone, and measures the others', () => {
    const gone: MeasuredRegion = { ...nearA, id: 'gone', signifier: 'triad.gone' };
    const lost: MeasuredRegion = {
      ...nearA,
      id: 'lost',
      signifier: STONES,
      stone: 'moon',
      shape: { kind: 'cells', cells: [0] },
    };
    expect(ask([gone, nearA, lost]).readings.map(({ id }) => id)).toEqual(['a']);
  });

  it('says how far it is, and stops when nobody waits', () => {
    const steps: number[][] = [];
    const question = { page: 'regions', within: [], regions: [nearA, nearA], by: '', length: 'month', policy } as const;
    measureRegions(kernel, question, { step: (...step) => steps.push(step), cancelled: () => false });
    expect(steps).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const gone = { step: () => undefined, cancelled: () => true };
    expect(() => measureRegions(kernel, question, gone)).toThrow(Cancelled);
  });

  it('tells a change only between two periods with stories enough', () => {
    const [many] = ask([nearA], { length: 'quarter' }).readings;
    expect(many?.change).not.toBeNull();
    const shown = many?.periods.map(({ share }) => share.n >= 10 && share.clusters >= 3) ?? [];
    expect(many?.change?.later).toBe(shown.lastIndexOf(true));
    expect(ask([nearA], { policy: { ...policy, k: 1000 } }).readings[0]?.change).toBeNull();
  });
});
