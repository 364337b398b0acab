import type { Dimension } from '../../columns/dimension';
import type { Tally } from '../../columns/kernel';

/** A question with a space that can be drawn on. */
export type DrawableDimension = Extract<Dimension, { kind: 'triad' | 'slider' | 'stones' }>;

const KINDS = ['triad', 'slider', 'stones'] as const;

/** Those that can be drawn on and that somebody has answered: triads, then sliders, then stones. */
export function drawableOf(
  dimensions: readonly Dimension[],
  everything: Readonly<Record<string, Tally>>,
): DrawableDimension[] {
  const answered = dimensions.filter(isDrawable).filter(({ id }) => (everything[id]?.states.answered ?? 0) > 0);
  return KINDS.flatMap((kind) => answered.filter((dimension) => dimension.kind === kind));
}

export function isDrawable(dimension: Dimension): dimension is DrawableDimension {
  return dimension.kind === 'triad' || dimension.kind === 'slider' || dimension.kind === 'stones';
}
