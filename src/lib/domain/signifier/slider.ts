/** Five steps from the first label to the second; the accessible way to place on a slider. */
export const SLIDER_STEPS = [1, 2, 3, 4, 5] as const;
export type SliderStep = (typeof SLIDER_STEPS)[number];

/** A step stands for a fifth of the slider and is placed in its middle: 0.1, 0.3, 0.5, 0.7, 0.9. */
export function stepPosition(step: SliderStep): number {
  return (2 * step - 1) / 10;
}

/** The fifth a position in [0, 1] lies in; cuts at .2 .4 .6 .8, a cut belongs to the upper step. */
export function stepOf(position: number): SliderStep {
  const index = Math.min(5, Math.floor(clampUnit(position) * 5 + 1e-12) + 1);
  return SLIDER_STEPS[index - 1] ?? 5;
}

/** Into [0, 1]. NaN is a bug of the caller, not an answer. */
export function clampUnit(value: number): number {
  if (Number.isNaN(value)) throw new RangeError('a position must be a number');
  return Math.min(1, Math.max(0, value));
}
