import { describe, expect, it } from 'vitest';
import { decodeClauses, encodeClauses } from '$lib/columns/clause-link';
import { drawnOf, insideClauses, regionClause } from '$lib/explore/regions/region-clause';
import type { DrawnShape } from '$lib/domain/programme/region';

const SHAPES: readonly [string, DrawnShape, string | undefined][] = [
  [
    'a loop',
    {
      kind: 'loop',
      points: [
        [0, 0],
        [0.2513, -0.1],
        [0.1, 0.4],
      ],
    },
    undefined,
  ],
  ['zones', { kind: 'zones', zones: ['A', 'centre'] }, undefined],
  ['a stretch', { kind: 'span', from: 0.25, to: 0.499991 }, undefined],
  ['cells', { kind: 'cells', cells: [0, 11] }, 'trust'],
];

describe('a region as a filter', () => {
  it.each(SHAPES)('gives back %s as it was drawn, also through a link', (_, shape, stone) => {
    const clause = regionClause({ signifier: 'asked.here', shape, ...(stone !== undefined && { stone }) });
    expect(drawnOf(clause)).toEqual({ shape, stone: stone ?? null });
    const { clauses, refused } = decodeClauses(encodeClauses([clause]));
    expect(refused).toEqual([]);
    expect(clauses.map(drawnOf)).toEqual([{ shape, stone: stone ?? null }]);
  });

  it('holds beside a filter on its own question; a period takes the place of the months it is part of', () => {
    const year = { kind: 'months', source: '_month', dimension: '_month', from: 1, to: 12 } as const;
    const quarter = { ...year, to: 3 };
    const old = regionClause({ signifier: 'a', shape: { kind: 'zones', zones: ['A', 'B'] } });
    const region = { signifier: 'a', shape: { kind: 'zones', zones: ['B'] } } satisfies Parameters<
      typeof regionClause
    >[0];
    expect(insideClauses([old, year], region, [quarter])).toEqual([old, regionClause(region, 'a.region'), quarter]);
    expect(insideClauses([year], region)).toEqual([year, regionClause(region)]);
  });

  it('draws nothing where a filter names answers or months', () => {
    expect(drawnOf({ kind: 'options', source: 'q', dimension: 'q', options: ['yes'] })).toBeNull();
    expect(drawnOf({ kind: 'months', source: '_month', dimension: '_month', from: 1, to: 2 })).toBeNull();
    expect(drawnOf({ kind: 'zones', source: 'a', dimension: 'a', zones: [], states: ['unanswered'] })).toBeNull();
  });
});
