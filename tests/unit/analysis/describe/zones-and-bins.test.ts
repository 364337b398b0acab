import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binAnswers, crowdedFrom } from '$lib/analysis/describe/bins';
import { cellsFor, triangleCells, TRIAD_PARTS } from '$lib/analysis/describe/cells';
import { nearestZone } from '$lib/analysis/describe/nearest-zone';
import { zoneShares } from '$lib/analysis/describe/zone-shares';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { triadPlane } from '$lib/analysis/representation/design-scale';
import { BLOCK_STATE } from '$lib/analysis/representation/block';
import { barycentric } from '$lib/domain/signifier/spaces';
import { ZONES, zoneOf } from '$lib/domain/signifier/zone';
import { wilson } from '$lib/analysis/wilson';
import { blockOf, triadOf } from '../blocks';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
/** Anywhere in the triangle: a point of the square folded over its diagonal. */
const parts = fc.tuple(unit, unit).map(([u, v]): [number, number, number] => {
  const [b, c] = u + v > 1 ? [1 - u, 1 - v] : [u, v];
  return [Math.max(0, 1 - b - c), b, c];
});

function random(n: number): (readonly [number, number, number])[] {
  const source = seededRandom('anywhere');
  return Array.from({ length: n }, () => {
    const [u, v] = [source.next(), source.next()];
    const [b, c] = u + v > 1 ? [1 - u, 1 - v] : [u, v];
    return [1 - b - c, b, c] as const;
  });
}

describe('zone shares', () => {
  it('find for many the zone that the domain finds for one', () => {
    fc.assert(
      fc.property(parts, ([a, b, c]) => {
        expect(ZONES[nearestZone(...triadPlane(b, c))]).toBe(zoneOf(barycentric(a, b, c)));
      }),
    );
  });

  it('count every answer once and keep the three states apart', () => {
    const block = triadOf([[1, 0, 0], [0.5, 0.5, 0], [1, 0, 0], null, null]);
    block.state[4] = BLOCK_STATE.notApplicable;
    const { n, notApplicable, unanswered, zones } = zoneShares(block);
    expect({ n, notApplicable, unanswered }).toEqual({ n: 3, notApplicable: 1, unanswered: 1 });
    expect(zones.map(({ count }) => count)).toEqual([2, 0, 0, 1, 0, 0, 0]);
    expect(zones[0]?.interval).toEqual(wilson(2, 3));
  });

  it('look only at the rows they are given', () => {
    expect(zoneShares(triadOf([[1, 0, 0], [0, 1, 0], null]), Uint32Array.of(1, 2))).toMatchObject({
      n: 1,
      unanswered: 1,
    });
  });

  it('know the areas of the zones: answers anywhere fall into them in that measure', () => {
    const { zones, n } = zoneShares(triadOf(random(40_000)));
    expect(zones.reduce((sum, { ifRandom }) => sum + ifRandom, 0)).toBeCloseTo(1, 12);
    for (const { count, ifRandom } of zones) {
      expect(Math.abs(count - n * ifRandom)).toBeLessThan(4.5 * Math.sqrt(n * ifRandom * (1 - ifRandom)));
    }
  });

  it('have no interval where nobody answered', () => {
    expect(zoneShares(triadOf([null])).zones[0]?.interval).toBeNull();
  });
});

describe('bins', () => {
  it('divide the triangle so that every place has one cell', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 25 }), ([, b, c], size) => {
        const cells = triangleCells(size);
        const cell = cells.cellAt(...triadPlane(b, c));
        expect(Number.isInteger(cell)).toBe(true);
        expect(cell).toBeGreaterThanOrEqual(0);
        expect(cell).toBeLessThan(cells.size);
      }),
    );
  });

  it('are of equal size: answers anywhere fill them alike', () => {
    for (const block of [
      triadOf(random(49_000)),
      blockOf(
        'slider',
        1,
        random(21_000).map(([, b, c]) => [b + c - (b + c) ** 2 / 2 === 0 ? 0 : (b + c) ** 2]),
      ),
    ]) {
      const bins = binAnswers(block);
      if (!bins) throw new Error('both kinds have cells');
      expect(bins.counts.reduce((sum, count) => sum + count, 0)).toBe(bins.n);
      expect(Math.max(...bins.counts)).toBeLessThan(bins.crowdedFrom);
      expect(Math.min(...bins.counts)).toBeGreaterThan(bins.ifRandom * 0.85);
    }
  });

  it('keep corners, middles of edges and the centre away from the lines between cells', () => {
    const cells = triangleCells(TRIAD_PARTS);
    const loci = [
      [0.5, 0.5, 0],
      [0.5, 0, 0.5],
      [0, 0.5, 0.5],
      [1 / 3, 1 / 3, 1 / 3],
    ] as const;
    for (const [a, b, c] of loci) {
      const inside = (part: number) => part + (1 / 3 - part) * 0.01;
      const around = [1e-4, -1e-4].flatMap((step) => [
        cells.cellAt(...triadPlane(inside(b) + step, inside(c))),
        cells.cellAt(...triadPlane(inside(b), inside(c) + step)),
      ]);
      expect(new Set(around), `${a},${b},${c}`).toHaveProperty('size', 1);
    }
  });

  it('call a cell crowded only where random answers rarely make one', () => {
    const source = seededRandom('crowded');
    let crowded = 0;
    for (let picture = 0; picture < 400; picture += 1) {
      const counts = new Uint32Array(49);
      for (let story = 0; story < 129; story += 1) {
        const cell = source.below(49);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
      if (Math.max(...counts) >= crowdedFrom(129, 49)) crowded += 1;
    }
    expect(crowded / 400).toBeLessThan(0.08);
  });

  it('have no even ground under choices and rings', () => {
    expect(cellsFor('choice')).toBeNull();
    expect(binAnswers(blockOf('ring', 1, [[0.4]]))).toBeNull();
  });

  it('put a stone of the canvas into its square', () => {
    const bins = binAnswers(
      blockOf('stone', 2, [
        [Math.SQRT1_2, 0],
        [0.5 * Math.SQRT1_2, 0.5 * Math.SQRT1_2],
      ]),
    );
    expect(Array.from(bins?.counts.keys() ?? []).filter((cell) => bins?.counts[cell] === 1)).toEqual([8, 40]);
  });
});
