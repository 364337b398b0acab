import { STONE_SCALE } from '../representation/design-scale';
import type { Block } from '../representation/block';
import { inPolygon, type Point } from './polygon';

/**
 * A drawn part of one signifier, in that signifier's own space: a polygon in the triangle's plane (side 1), a stretch of a
 * slider in [0, 1] with both ends inside, or a polygon on a stones canvas in [0, 1]² (the signifier's named stone).
 */
export type RegionShape =
  | { readonly kind: 'triad'; readonly polygon: readonly Point[] }
  | { readonly kind: 'slider'; readonly from: number; readonly to: number }
  | { readonly kind: 'stone'; readonly polygon: readonly Point[] };

/** Rounding of placements; a mark on the region's border is inside. */
const ON_BORDER = 1e-9;

/** Whether a place, given in a block's design-scaled coordinates, lies in the region. */
export function holds(shape: RegionShape, x: number, y: number): boolean {
  switch (shape.kind) {
    case 'triad':
      return inPolygon(shape.polygon, x, y);
    case 'slider':
      return x >= shape.from - ON_BORDER && x <= shape.to + ON_BORDER;
    case 'stone':
      return inPolygon(shape.polygon, x / STONE_SCALE, y / STONE_SCALE);
  }
}

/** A region fits a block of its own kind only: a polygon of a triad means nothing on a canvas. */
export function fits(shape: RegionShape, block: Block): boolean {
  return shape.kind === block.kind;
}
