import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STATES, type Clause } from '$lib/columns/clause';
import { decodeClauses, encodeClauses, tidyClause } from '$lib/columns/clause-link';
import { ZONES } from '$lib/domain/signifier/zone';

const name = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._:-]{0,12}$/);
const coordinate = fc.double({ min: -4, max: 4, noNaN: true });
const common = { source: name, dimension: name };
const clause: fc.Arbitrary<Clause> = fc
  .tuple(
    fc.oneof(
      fc.record({
        kind: fc.constant('polygon' as const),
        ...common,
        points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 }),
      }),
      fc.record({
        kind: fc.constant('polygon' as const),
        ...common,
        stone: name,
        points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 5 }),
      }),
      fc.record({ kind: fc.constant('zones' as const), ...common, zones: fc.subarray([...ZONES]) }),
      fc.record({
        kind: fc.constant('cells' as const),
        ...common,
        stone: name,
        cells: fc.array(fc.nat(11), { maxLength: 5 }),
      }),
      fc.record({ kind: fc.constant('range' as const), ...common, from: coordinate, to: coordinate }),
      fc.record({ kind: fc.constant('options' as const), ...common, options: fc.array(name, { maxLength: 5 }) }),
      fc.record({ kind: fc.constant('months' as const), ...common, from: fc.nat(900), to: fc.nat(900) }),
    ),
    fc.option(fc.subarray([...STATES])),
  )
  .map(([one, states]) => (states === null ? one : { ...one, states }));

describe('a selection as a link', () => {
  test('comes back as the very clauses the kernel answered', () => {
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 6 }), (clauses) => {
        const link = encodeClauses(clauses);
        expect(decodeClauses(link)).toEqual({ clauses: clauses.map(tidyClause), refused: [] });
        expect(encodeClauses(decodeClauses(link).clauses)).toBe(link);
      }),
    );
  });

  test('needs no escape in an address', () => {
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 6 }), (clauses) => {
        const link = encodeClauses(clauses);
        expect(encodeURIComponent(link).replaceAll('%3A', ':')).toBe(link);
      }),
    );
  });

  test.each([
    'nonsense',
    'a~b~x~1',
    'v~d~p~~1.2.3',
    'v~d~r~0.1',
    'v~d~z~Q',
    'v~d~z~A~q',
    'v~d~m~1.5~2',
    '~~~~~~',
    'v~d~z~A~a~b',
  ])('hands back what it cannot read: %s', (part) => {
    const good = encodeClauses([{ kind: 'zones', source: 's', dimension: 'd', zones: ['A'] }]);
    const read = decodeClauses(`${part}*${good}`);
    expect(read.refused).toEqual([part]);
    expect(read.clauses).toHaveLength(1);
  });
});
