import { describe, expect, it } from 'vitest';
import { decodeClauses, encodeClauses } from '$lib/columns/clause-link';
import { drawnOf, regionClause, withClauses } from '$lib/explore/regions/region-clause';
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

  it('takes the place of the filter its own picture had, and leaves the others', () => {
    const months = { kind: 'months', source: '_month', dimension: '_month', from: 1, to: 2 } as const;
    const old = regionClause({ signifier: 'a', shape: { kind: 'zones', zones: ['A'] } });
    const next = regionClause({ signifier: 'a', shape: { kind: 'zones', zones: ['B'] } });
    expect(withClauses([old, months], [next])).toEqual([months, next]);
  });

  it('draws nothing where a filter names answers or months', () => {
    expect(drawnOf({ kind: 'options', source: 'q', dimension: 'q', options: ['yes'] })).toBeNull();
    expect(drawnOf({ kind: 'months', source: '_month', dimension: '_month', from: 1, to: 2 })).toBeNull();
    expect(drawnOf({ kind: 'zones', source: 'a', dimension: 'a', zones: [], states: ['unanswered'] })).toBeNull();
  });
});
