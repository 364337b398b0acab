import { describe, expect, it } from 'vitest';
import { conform } from '../../conformance/conform';
import { figuresOf } from '../../conformance/figure';
import { readSet } from '../../conformance/read-set';
import { allWithin, groupTally, reportLines } from '../../conformance/report';
import { absolute, atMost, drawnP, exact, relative } from '../../conformance/rule';
import type { ReferenceSet } from '../../conformance/reference-set';

const BUDGET = { mostDrawings: 99 };
const small = readSet('tests/fixtures/conformance', 'small120');
const asking = (reference: unknown): ReferenceSet => ({ ...small, reference });
const lastLine = (reference: unknown): string | undefined => reportLines([conform(asking(reference), BUDGET)]).at(-1);

describe('a reference is walked leaf by leaf', () => {
  it('and a list of texts is one figure, a list of numbers is many', () => {
    const paths = figuresOf({ a: [1, [2, 'x']], b: ['p', 'q'], c: { d: null }, e: [] }).map(({ path }) =>
      path.join('.'),
    );
    expect(paths).toEqual(['a.0', 'a.1.0', 'a.1.1', 'b', 'c.d']);
  });

  it('so that a figure nobody knows counts as not computed', () => {
    expect(lastLine({ n: 120, surprise: { value: 3 } })).toBe(
      '2 figures, 1 within tolerance, 0 outside, 1 not computed',
    );
  });

  it('so that an unknown figure inside a known group counts as not computed', () => {
    expect(lastLine({ triads: { T1: { n: 117, zone_counts: { A: 31, middle: 4 } } } })).toBe(
      '3 figures, 2 within tolerance, 0 outside, 1 not computed',
    );
  });

  it('and a wrong figure is outside', () => {
    const run = conform(asking({ triads: { T1: { n: 117, zone_counts: { A: 30 } } } }), BUDGET);
    expect(reportLines([run]).at(-1)).toBe('2 figures, 1 within tolerance, 1 outside, 0 not computed');
    expect(reportLines([run])).toContain(
      'OUTSIDE small120 triads.T1.zone_counts.A: 31 for 30, off by 1.000e+0, tolerance 0.0e+0',
    );
    expect(allWithin([run])).toBe(false);
    expect(groupTally([run])).toEqual({ passed: 1, failed: 1 });
  });

  it('and a group that breaks leaves the others standing and fails the run', () => {
    const run = conform(
      { ...asking({ n: 120, M1_by_locality: { df: 9 } }), stories: { ...small.stories, blocks: [] } },
      BUDGET,
    );
    expect(run.faults).toHaveLength(2);
    expect(allWithin([run])).toBe(false);
  });

  it('and what is left out is told with its reason', () => {
    const lines = reportLines([
      conform(asking({ n: 120, truth: { K: 3 }, gap: { k: [1, 2] }, energy: { permutations: null } }), BUDGET),
    ]);
    expect(lines).toContain('left out: 3, information only by the README');
    expect(lines).toContain('left out: 1, null in the file');
    expect(lines.at(-1)).toBe('1 figures, 1 within tolerance, 0 outside, 0 not computed');
  });
});

describe('a rule', () => {
  it.each([
    ['exact numbers', exact(3, 3), 0, 0],
    ['exact numbers apart', exact(3, 4), 1, 0],
    ['texts', exact('a', 'b'), Infinity, 0],
    ['lists of texts', exact(['a', 'b'], ['a', 'b']), 0, 0],
    ['absolute', absolute(0.1)(1.25, 1), 0.25, 0.1],
    ['relative', relative(0.1)(2.5, 2), 0.25, 0.1],
    ['relative at zero', relative(0.1)(0, 0), 0, 0.1],
    ['a smaller sum of squares', atMost(0.001)(9, 10), 0, 0.001],
    ['a number for a text', absolute(1)('x', 1), Infinity, 0],
    ['no number', absolute(1)(Number.NaN, 1), Infinity, 0],
  ])('measures %s', (_, verdict, deviation, tolerance) => {
    expect(verdict.deviation).toBeCloseTo(deviation, 12);
    expect(verdict.tolerance).toBe(tolerance);
  });

  it('gives drawn p values the sampling error of both sides', () => {
    expect(drawnP(1999, 9999)(0.5, 0.5).tolerance).toBeCloseTo(
      4 * Math.sqrt(0.25 * (1 / 1999 + 1 / 9999)) + 2 / 1999,
      12,
    );
    expect(drawnP(99, 99)(0.01, 0).tolerance).toBeCloseTo(2 / 99, 12);
  });
});
