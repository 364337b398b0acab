import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionHits } from '$lib/analysis/regions/region-hits';
import { holds, type RegionShape } from '$lib/analysis/regions/region-shape';
import { STONE_SCALE, triadPlane } from '$lib/analysis/representation/design-scale';
import { blockOf, triadOf } from '../blocks';

const nearA: RegionShape = { kind: 'triad', polygon: [[0, 0], triadPlane(0.4, 0), triadPlane(0, 0.4)] };

describe('a region', () => {
  it('drawn as a small triangle at a corner holds exactly the stories with enough of that part', () => {
    const part = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        fc.pre(a + b + c > 0);
        const sum = a + b + c;
        const [x, y] = triadPlane(b / sum, c / sum);
        expect(holds(nearA, x, y)).toBe(a / sum >= 0.6 - 1e-9);
      }),
    );
  });

  it('of a slider holds both its ends', () => {
    const low: RegionShape = { kind: 'slider', from: 0, to: 0.3 };
    expect([0, 0.3, 0.1 + 0.2].map((x) => holds(low, x, 0))).toEqual([true, true, true]);
    expect(holds(low, 0.31, 0)).toBe(false);
  });

  it('of a stone lies in the canvas as people see it, not as the analysis scales it', () => {
    const top: RegionShape = {
      kind: 'stone',
      polygon: [
        [0, 0.8],
        [1, 0.8],
        [1, 1],
        [0, 1],
      ],
    };
    expect(holds(top, 0.5 * STONE_SCALE, 0.9 * STONE_SCALE)).toBe(true);
    expect(holds(top, 0.5 * STONE_SCALE, 0.75 * STONE_SCALE)).toBe(false);
  });

  it('counts the answered stories only', () => {
    const hits = regionHits(triadOf([[1, 0, 0], null, [0, 1, 0]]), nearA);
    expect(hits).toEqual({
      n: 2,
      notApplicable: 0,
      unanswered: 1,
      rows: Uint32Array.of(0, 2),
      inside: Uint8Array.of(1, 0),
    });
  });

  it('refuses a signifier of another kind', () => {
    expect(() => regionHits(blockOf('slider', 1, [[0.2]]), nearA)).toThrow(RangeError);
  });
});
