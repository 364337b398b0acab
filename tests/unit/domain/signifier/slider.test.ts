import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampUnit, SLIDER_STEPS, stepOf, stepPosition } from '$lib/domain/signifier/slider';

describe('a slider step', () => {
  it.each(SLIDER_STEPS)('%i is the step of its own position', (step) => {
    expect(stepOf(stepPosition(step))).toBe(step);
  });

  it('is placed in the middle of its fifth', () => {
    expect(SLIDER_STEPS.map(stepPosition)).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
  });

  it.each([
    [0, 1],
    [0.199, 1],
    [0.2, 2],
    [0.4, 3],
    [0.6, 4],
    [0.8, 5],
    [1, 5],
  ])('cuts so that %f belongs to step %i', (position, step) => {
    expect(stepOf(position)).toBe(step);
  });

  it('never falls when the position rises', () => {
    const position = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(position, position, (p, q) => {
        expect(stepOf(Math.min(p, q))).toBeLessThanOrEqual(stepOf(Math.max(p, q)));
      }),
    );
  });

  it('keeps positions between the two ends and refuses what is no number', () => {
    expect([clampUnit(-2), clampUnit(0.4), clampUnit(7)]).toEqual([0, 0.4, 1]);
    expect(() => clampUnit(Number.NaN)).toThrow(RangeError);
  });
});
