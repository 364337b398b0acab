import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceTable } from '$lib/analysis/describe/choice-table';
import { association } from '$lib/analysis/describe/contingency';
import { jointPoints } from '$lib/analysis/describe/joint-coordinates';
import { permanova, permanovaP } from '$lib/analysis/describe/permanova';
import { meanSquaredDistance } from '$lib/analysis/describe/spread';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { NO_GROUP, type Grouping } from '$lib/analysis/representation/block';
import { blockOf } from '../blocks';

const coordinate = fc.double({ min: 0, max: 1, noNaN: true });

/** PERMANOVA by its own definition: sums of squared pair distances, all and within groups. */
function byPairs(points: readonly (readonly [number, number])[], group: readonly number[]) {
  const squares = (of: readonly number[]): number => {
    let sum = 0;
    for (const i of of) for (const j of of) if (i < j) sum += apart(points[i], points[j]);
    return sum / of.length;
  };
  const all = [...points.keys()];
  const within = [0, 1].reduce((sum, g) => sum + squares(all.filter((i) => group[i] === g)), 0);
  return { total: squares(all), between: squares(all) - within };
}

function apart([ax, ay]: readonly [number, number] = [0, 0], [bx, by]: readonly [number, number] = [0, 0]): number {
  return (ax - bx) ** 2 + (ay - by) ** 2;
}

describe('variation between groups', () => {
  it('is what the pair distances say', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 6, maxLength: 20 }), (points) => {
        const group = points.map((_, i) => (i < 3 ? 0 : 1));
        const found = permanova(
          { rows: Uint32Array.from(points.keys()), width: 2, coordinates: Float64Array.from(points.flat()) },
          Uint16Array.from(group),
        );
        const expected = byPairs(points, group);
        expect(found?.total).toBeCloseTo(expected.total, 10);
        expect(found?.between).toBeCloseTo(expected.between, 10);
      }),
    );
  });

  it('leaves out stories without a group and says nothing of one group', () => {
    const points = { rows: Uint32Array.of(0, 1, 2, 3), width: 1, coordinates: Float64Array.of(0, 0.1, 0.9, 1) };
    expect(permanova(points, Uint16Array.of(0, 0, NO_GROUP, NO_GROUP))).toBeNull();
    expect(permanova(points, Uint16Array.of(0, 0, 1, NO_GROUP))).toMatchObject({ n: 3, groups: 2 });
  });

  it('has a p that no drawing makes zero, small for two heaps', () => {
    const coordinates = Float64Array.from({ length: 20 }, (_, i) => (i < 10 ? i / 100 : 1 + i / 100));
    const points = { rows: Uint32Array.from(coordinates.keys()), width: 1, coordinates };
    const heaps = Uint16Array.from(coordinates.keys(), (i) => (i < 10 ? 0 : 1));
    expect(permanovaP(points, heaps, 199, seededRandom('p'))).toBe(1 / 200);
  });

  it('takes only stories that answered every question', () => {
    const blocks = [
      blockOf('slider', 1, [[0.1], null, [0.3]]),
      blockOf('stone', 2, [
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ];
    expect(jointPoints(blocks)).toEqual({
      rows: Uint32Array.of(0, 2),
      width: 3,
      coordinates: Float64Array.of(0.1, 1, 2, 0.3, 5, 6),
    });
  });
});

describe('the spread of a block', () => {
  it('is the mean over all ordered pairs', () => {
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 1, maxLength: 20 }), (values) => {
        const pairs = values.flatMap((a) => values.map((b) => (a - b) ** 2));
        const mean = pairs.reduce((sum, square) => sum + square, 0) / pairs.length;
        expect(meanSquaredDistance(blockOf('slider', 1, [...values.map((v) => [v]), null]))).toBeCloseTo(mean, 12);
      }),
    );
  });
});

describe('an association of two choices', () => {
  it('agrees with scipy (stats.chi2_contingency without correction)', () => {
    const found = association([
      [435, 147, 375],
      [134, 62, 119],
    ]);
    expect(found?.chi2).toBeCloseTo(3.2653197620178607, 12);
    expect(found?.p).toBeCloseTo(0.19540911725712456, 12);
    expect(found?.df).toBe(2);
  });

  it('is nothing in a table of one row or one column', () => {
    expect(
      association([
        [3, 4],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      association([
        [3, 0],
        [4, 0],
      ]),
    ).toBeNull();
  });

  it('is 1 when one choice decides the other and does not mind empty lines', () => {
    const found = association([
      [5, 0, 0],
      [0, 0, 7],
      [0, 0, 0],
    ]);
    expect(found).toMatchObject({ n: 12, df: 1 });
    expect(found?.cramersV).toBeCloseTo(1, 12);
    expect(found?.fewestExpected).toBeCloseTo(25 / 12, 12);
  });

  it('counts options by group and keeps those without a group out of every row', () => {
    const choice = blockOf('choice', 2, [[0.4, 0], [0, 0.4], [0, 0.4], null, [0.4, 0]]);
    const grouping: Grouping = { id: 'role', groups: ['child', 'parent'], of: Uint16Array.of(0, 0, 1, 1, NO_GROUP) };
    expect(choiceTable(choice, grouping)).toEqual({
      n: 4,
      notApplicable: 0,
      unanswered: 1,
      counts: [
        [1, 1],
        [0, 1],
      ],
    });
  });
});
