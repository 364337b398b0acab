import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designEffect } from '$lib/analysis/regions/design-effect';
import { newcombe } from '$lib/analysis/regions/newcombe';
import { regionByGroup, regionByMonth } from '$lib/analysis/regions/region-by-group';
import { regionChange } from '$lib/analysis/regions/region-change';
import { regionDating } from '$lib/analysis/regions/region-dating';
import { regionShare } from '$lib/analysis/regions/region-share';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { NO_GROUP } from '$lib/analysis/representation/block';
import { wilson } from '$lib/analysis/wilson';

const hits = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 6 })), {
  minLength: 1,
  maxLength: 80,
});

describe('the design effect', () => {
  it('is 1 for stories told one by one', () => {
    expect(designEffect([1, 0, 1, 1], [1, 2, 3, 4])).toMatchObject({ clusters: 4, deff: 1 });
  });

  it('takes gatherings to agree a little even where they look random', () => {
    expect(designEffect([1, 0, 0, 1], [1, 1, 2, 2]).deff).toBeCloseTo(1 + (2 - 1) * 0.05, 12);
  });

  it('makes one story of a gathering that always agrees', () => {
    const found = designEffect([1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0], [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    expect(found.icc).toBeCloseTo(1, 12);
    expect(found.deff).toBeCloseTo(3, 12);
  });

  it('never promises more than the stories counted, nor less than one a gathering', () => {
    fc.assert(
      fc.property(hits, (stories) => {
        const { deff } = designEffect(
          stories.map(([hit]) => hit),
          stories.map(([, cluster]) => cluster),
        );
        expect(deff).toBeGreaterThanOrEqual(1);
        expect(deff).toBeLessThanOrEqual(stories.length + 1e-9);
      }),
    );
  });

  it('is told for one gathering, where nothing can be measured', () => {
    expect(designEffect([1, 0, 1], [5, 5, 5])).toEqual({ clusters: 1, icc: Number.NaN, deff: 1 + 2 * 0.05 });
    expect(designEffect([], [])).toMatchObject({ clusters: 0, deff: 1 });
  });
});

describe('the share of a region', () => {
  it('is Wilson at the effective number of stories, and never narrower than plain Wilson', () => {
    fc.assert(
      fc.property(hits, (stories) => {
        const inside = stories.map(([hit]) => hit);
        const {
          hits: k,
          n,
          deff,
          interval,
        } = regionShare(
          inside,
          stories.map(([, cluster]) => cluster),
        );
        const plain = wilson(k, n);
        if (!interval || !plain) throw new Error('there is a story');
        expect(interval.share).toBeCloseTo(plain.share, 12);
        expect(interval.high - interval.low).toBeGreaterThanOrEqual(plain.high - plain.low - 1e-12);
        expect(interval).toEqual(wilson(k / deff, n / deff));
      }),
    );
  });

  it('is covered 93 to 97 times in 100 although gatherings agree and one dominates', () => {
    const random = seededRandom('coverage');
    const runs = 1_000;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      const inside: number[] = [];
      const cluster: number[] = [];
      for (let session = 0; session < 20; session += 1) {
        // Beta(.3 · 9, .7 · 9) has intraclass correlation .1: drawn as the share of a Polya urn.
        let [yes, no] = [2.7, 6.3];
        for (let story = 0; story < (session === 0 ? 30 : 8); story += 1) {
          const hit = random.next() < yes / (yes + no) ? 1 : 0;
          if (hit) yes += 1;
          else no += 1;
          inside.push(hit);
          cluster.push(session);
        }
      }
      const { interval } = regionShare(inside, cluster);
      if (interval && interval.low <= 0.3 && interval.high >= 0.3) covered += 1;
    }
    expect(covered / runs).toBeGreaterThanOrEqual(0.93);
    expect(covered / runs).toBeLessThanOrEqual(0.97);
  });

  it('is told by group and by month, with empty months in their place', () => {
    const counted = {
      n: 4,
      notApplicable: 0,
      unanswered: 0,
      rows: Uint32Array.of(0, 1, 3, 4),
      inside: Uint8Array.of(1, 0, 1, 1),
    };
    const set = { cluster: Uint32Array.of(0, 0, 1, 1, 2), month: Uint16Array.of(640, 640, 641, 642, 642) };
    const grouping = { id: 'area', groups: ['n', 's', 'e'], of: Uint16Array.of(0, 0, 1, 1, NO_GROUP) };
    expect(regionByGroup(counted, grouping, set).map((share) => [share.hits, share.n, share.clusters])).toEqual([
      [1, 2, 1],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(regionByMonth(counted, set).map((share) => [share.month, share.hits, share.n])).toEqual([
      [640, 1, 2],
      [641, 0, 0],
      [642, 2, 2],
    ]);
    expect(regionByMonth({ ...counted, rows: new Uint32Array(), inside: new Uint8Array() }, set)).toEqual([]);
  });
});

describe('the change of a share', () => {
  it.each([
    // Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10.
    { a: [56, 70], b: [48, 80], low: 0.0524, high: 0.3339 },
    { a: [9, 10], b: [3, 10], low: 0.1705, high: 0.809 },
    { a: [10, 10], b: [0, 20], low: 0.6791, high: 1 },
  ])('gives the published limits for $a against $b', ({ a, b, low, high }) => {
    const found = newcombe({ hits: a[0] ?? 0, n: a[1] ?? 0 }, { hits: b[0] ?? 0, n: b[1] ?? 0 });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('is nothing without stories on both sides', () => {
    expect(newcombe({ hits: 0, n: 0 }, { hits: 1, n: 2 })).toBeNull();
  });

  it('is wider where gatherings agree', () => {
    const single = regionShare([1, 0, 1, 0, 1, 0], [1, 2, 3, 4, 5, 6]);
    const agreed = regionShare([1, 1, 1, 0, 0, 0], [1, 1, 1, 2, 2, 2]);
    const width = (change: ReturnType<typeof regionChange>) => (change?.high ?? 0) - (change?.low ?? 0);
    expect(width(regionChange(agreed, agreed))).toBeGreaterThan(width(regionChange(single, single)));
  });
});

describe('the date of a region', () => {
  it.each([
    [600, { from: 601, to: 603 }, 'foreseen'],
    [601, { from: 601, to: 603 }, 'mixed'],
    [603, { from: 601, to: 603 }, 'mixed'],
    [604, { from: 601, to: 603 }, 'looked-back'],
  ] as const)('drawn in month %d stands to %j as %s', (drawn, period, expected) => {
    expect(regionDating(drawn, period)).toBe(expected);
  });
});
