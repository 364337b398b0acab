import type { Dimension } from '../../columns/dimension';

/** A question with a space that can be drawn on. */
export type DrawableDimension = Extract<Dimension, { kind: 'triad' | 'slider' | 'stones' }>;

export function isDrawable(dimension: Dimension): dimension is DrawableDimension {
  return dimension.kind === 'triad' || dimension.kind === 'slider' || dimension.kind === 'stones';
}
