import { TRIANGLE_HEIGHT } from '../../domain/signifier/triad';
import type { BlockKind } from '../representation/block';
import { STONE_SCALE } from '../representation/design-scale';

/** Cells of equal size that cover a signifier: under random answers each is hit with the same chance. */
export interface Cells {
  readonly size: number;
  /** The cell of a place, given in the block's own design-scaled coordinates. */
  cellAt(x: number, y: number): number;
}

/**
 * Parts along a side. A triad's number leaves 1 over a multiple of 6, so that corners, edges' middles and the centre,
 * where most answers are, lie inside cells and not on the lines between them; sliders and canvases have odd numbers
 * for the same reason.
 */
export const TRIAD_PARTS = 7;
export const SLIDER_PARTS = 21;
export const STONE_PARTS = 9;

/** Cells for the kinds that have an even ground: triad, slider, stone. Null for the others. */
export function cellsFor(kind: BlockKind): Cells | null {
  switch (kind) {
    case 'triad':
      return triangleCells(TRIAD_PARTS);
    case 'slider':
      return { size: SLIDER_PARTS, cellAt: (x) => part(x, SLIDER_PARTS) };
    case 'stone':
      return {
        size: STONE_PARTS * STONE_PARTS,
        cellAt: (x, y) => part(y / STONE_SCALE, STONE_PARTS) * STONE_PARTS + part(x / STONE_SCALE, STONE_PARTS),
      };
    case 'ring':
    case 'choice':
    case 'option':
      return null;
  }
}

/**
 * The triangle in `parts`² small ones of equal size, row by row from the edge AB up, from left to right, pointing up and
 * down in turn. Row j starts at cell j (2 parts - j). A place on a line belongs to the cell above or right of it, on the
 * rim to the cell inside.
 */
export function triangleCells(parts: number): Cells {
  return {
    size: parts * parts,
    cellAt(x, y) {
      const c = (y / TRIANGLE_HEIGHT) * parts;
      const b = x * parts - c / 2;
      const j = within(Math.floor(c), parts - 1);
      const i = within(Math.floor(b), parts - 1 - j);
      const down = b - i + (c - j) > 1 && i < parts - 1 - j;
      return j * (2 * parts - j) + 2 * i + (down ? 1 : 0);
    },
  };
}

function part(value: number, parts: number): number {
  return within(Math.floor(value * parts), parts - 1);
}

function within(index: number, last: number): number {
  return Math.min(last, Math.max(0, index));
}
