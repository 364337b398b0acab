import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axesOf } from '$lib/analysis/numeric/symmetric-2x2';

describe('the axes of a symmetric 2x2 matrix', () => {
  it('rebuild the matrix', () => {
    const entry = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(entry, entry, entry, (xx, xy, yy) => {
        const { values, angle } = axesOf({ xx, xy, yy });
        const [large, small] = values;
        const c = Math.cos((angle * Math.PI) / 180);
        const s = Math.sin((angle * Math.PI) / 180);
        expect(large).toBeGreaterThanOrEqual(small);
        expect(angle).toBeGreaterThanOrEqual(0);
        expect(angle).toBeLessThan(180);
        expect(large * c * c + small * s * s).toBeCloseTo(xx, 8);
        expect((large - small) * c * s).toBeCloseTo(xy, 8);
        expect(large * s * s + small * c * c).toBeCloseTo(yy, 8);
      }),
    );
  });

  it('have no direction where every direction is equal', () => {
    expect(axesOf({ xx: 2, xy: 0, yy: 2 })).toEqual({ values: [2, 2], angle: 0 });
  });
});
