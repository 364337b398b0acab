import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_SIDE, fitted } from '$lib/tell/ways-to-tell/smaller-photo';

const side = fc.integer({ min: 1, max: 20_000 });

describe('the size of a photo that is kept', () => {
  it('is at most 2,048 px, never larger than it was, in the same proportions', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const small = fitted(width, height);
        expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(LONGEST_SIDE);
        expect(small.width).toBeLessThanOrEqual(width);
        expect(small.height).toBeLessThanOrEqual(height);
        expect(Math.min(small.width, small.height)).toBeGreaterThanOrEqual(1);
        // Within the pixel that rounding may cost.
        const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
        expect(Math.abs(small.width - width * scale)).toBeLessThanOrEqual(1);
        expect(Math.abs(small.height - height * scale)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
