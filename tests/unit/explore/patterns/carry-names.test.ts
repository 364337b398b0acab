import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Centres } from '$lib/analysis/patterns/centres';
import type { PatternsResult } from '$lib/analysis/patterns/patterns-result';
import type { PatternName } from '$lib/domain/programme/pattern-name';
import { namesOf, placeOf } from '$lib/explore/patterns/carry-names';

type Found = Extract<PatternsResult, { kind: 'patterns' }>;
const VIEW = 'programme ';

/** Patterns at places of a plane; only what names need of a result. */
function found(places: readonly (readonly [number, number])[], keys: readonly string[]): Found {
  const centres: Centres = { count: places.length, width: 2, values: Float64Array.from(places.flat()) };
  const patterns = keys.map((key) => ({ key }));
  return { kind: 'patterns', blocks: ['triad.a'], centres, patterns } as unknown as Found; // the fields that are read
}

function named(result: Found, number: number, name: string, key: string): PatternName {
  const place = placeOf(result, number, VIEW);
  return { pattern: key, name, place, by: 'A person', at: '2026-01-01T00:00:00.000Z' };
}

describe('names of patterns', () => {
  const before = found(
    [
      [0, 0],
      [1, 0],
    ],
    ['aaaaaa', 'bbbbbb'],
  );

  it('stay with the very pattern they were given to', () => {
    const names = namesOf(before, [named(before, 0, 'Waiting', 'aaaaaa')], VIEW);
    expect(names.get('aaaaaa')).toMatchObject({ name: { name: 'Waiting' }, carried: false });
    expect(names.has('bbbbbb')).toBe(false);
  });

  it('go on to the pattern that continues it, and say so', () => {
    const now = found(
      [
        [1.05, 0],
        [0.04, 0.02],
      ],
      ['cccccc', 'dddddd'],
    );
    const names = namesOf(now, [named(before, 0, 'Waiting', 'aaaaaa')], VIEW);
    expect(names.get('dddddd')).toMatchObject({ name: { name: 'Waiting' }, carried: true });
    expect(names.has('cccccc')).toBe(false);
  });

  it('never wander farther than half of the way between the nearest two patterns', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (x, y) => {
        const now = found(
          [
            [x, y],
            [x + 1, y],
          ],
          ['cccccc', 'dddddd'],
        );
        const names = namesOf(now, [named(before, 0, 'Waiting', 'aaaaaa')], VIEW);
        for (const [key] of names) {
          const at = key === 'cccccc' ? [x, y] : [x + 1, y];
          expect(Math.hypot(at[0] ?? 0, at[1] ?? 0)).toBeLessThanOrEqual(0.5 + 1e-9);
        }
      }),
    );
  });

  it('of another view or other questions are not taken over', () => {
    const now = found([[0, 0]], ['cccccc']);
    expect(namesOf(now, [named(before, 0, 'Waiting', 'aaaaaa')], 'programme filtered').size).toBe(0);
    const other = { ...now, blocks: ['triad.b'] };
    expect(namesOf(other, [named(before, 0, 'Waiting', 'aaaaaa')], VIEW).size).toBe(0);
  });

  it('that were replaced by a newer one do not come back when the pattern moves back', () => {
    const moved = found(
      [
        [0.3, 0],
        [1, 0],
      ],
      ['cccccc', 'dddddd'],
    );
    const names = [
      named(before, 0, 'Waiting', 'aaaaaa'),
      { ...named(moved, 0, 'Ringing', 'cccccc'), at: '2026-02-01T00:00:00.000Z' },
    ];
    const between = found(
      [
        [0.1, 0],
        [1, 0],
      ],
      ['eeeeee', 'ffffff'],
    );
    expect(namesOf(between, names, VIEW).get('eeeeee')?.name.name).toBe('Ringing');
    expect(namesOf(before, names, VIEW).get('aaaaaa')?.name.name).toBe('Ringing');
  });

  it('given again show the newest', () => {
    const names = [named(before, 0, 'Waiting', 'aaaaaa'), named(before, 0, 'Ringing and waiting', 'aaaaaa')];
    expect(namesOf(before, names, VIEW).get('aaaaaa')?.name.name).toBe('Ringing and waiting');
  });
});
