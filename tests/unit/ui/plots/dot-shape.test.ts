import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outside, SHAPE_REACH, type DotShape } from '$lib/ui/plots/dots/dot-shape';
import { GROUP_MARKS, MARK_SHAPES } from '$lib/ui/plots/pair/group-mark';

const SHAPES: readonly DotShape[] = ['circle', 'triangle', 'square', 'diamond', 'ring', 'plus'];

describe('shapes of dots', () => {
  it('end within their reach, whatever the direction', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHAPES),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (shape, angle, radius) => {
          const far = radius * SHAPE_REACH;
          expect(outside(shape, far * Math.cos(angle), far * Math.sin(angle), radius)).toBeGreaterThan(-1e-9);
        },
      ),
    );
  });

  it.each(SHAPES)('cover about as much as a circle: %s', (shape) => {
    const STEP = 0.02;
    let covered = 0;
    for (let x = -2; x < 2; x += STEP)
      for (let y = -2; y < 2; y += STEP) if (outside(shape, x, y, 1) < 0) covered += STEP * STEP;
    expect(covered / Math.PI).toBeGreaterThan(0.55);
    expect(covered / Math.PI).toBeLessThan(1.2);
  });

  it('are different for every group that has a colour', () => {
    const own = GROUP_MARKS.filter((mark) => mark !== 'rest').map((mark) => MARK_SHAPES[mark]);
    expect(new Set(own).size).toBe(own.length);
  });
});
