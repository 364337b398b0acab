import type { Block, BlockKind } from '../representation/block';
import { STONE_SCALE } from '../representation/design-scale';
import { stepOf } from '../../domain/signifier/slider';
import { planePoint } from '../../domain/signifier/spaces';
import { cellOf, RING_COUNT, STONE_COLUMNS, STONE_ROWS } from '../../domain/signifier/stones';
import { fromPlane } from '../../domain/signifier/triad';
import { zoneOf, ZONES, type Zone } from '../../domain/signifier/zone';

/**
 * A part of a signifier that can be said in a sentence: a triad's zone, a slider's end (first: steps 1 and 2, second: 4
 * and 5) or middle, a stone's cell on its canvas, a ring (0 nearest), an option by its place, an option of a multiple
 * choice chosen, "does not apply".
 */
export type Leaning =
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'end'; readonly end: (typeof ENDS)[number] }
  | { readonly kind: 'cell'; readonly column: number; readonly row: number }
  | { readonly kind: 'ring'; readonly ring: number }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'chosen' }
  | { readonly kind: 'not_applicable' };

const ENDS = ['first', 'middle', 'second'] as const;

/** The parts of one kind of block, and which of them a row of coordinates lies in. */
export interface Leanings {
  readonly parts: readonly Leaning[];
  readonly partOf: (coordinates: Float64Array, row: number) => number;
}

/** Parts do not overlap and together are all answers, except that a multiple choice's option counts only as chosen. */
export function leaningsOf(kind: BlockKind, width: number): Leanings {
  switch (kind) {
    case 'triad':
      return {
        parts: ZONES.map((zone) => ({ kind: 'zone', zone })),
        partOf: (at, row) => ZONES.indexOf(zoneOf(fromPlane(planePoint(at[2 * row] ?? 0, at[2 * row + 1] ?? 0)))),
      };
    case 'slider':
      return {
        parts: ENDS.map((end) => ({ kind: 'end', end })),
        partOf: (at, row) => [0, 0, 1, 2, 2][stepOf(at[row] ?? 0) - 1] ?? 1,
      };
    case 'ring':
      return {
        parts: Array.from({ length: RING_COUNT }, (_, ring) => ({ kind: 'ring', ring })),
        partOf: (at, row) => Math.min(RING_COUNT - 1, Math.floor((at[row] ?? 0) * RING_COUNT)),
      };
    case 'stone':
      return {
        parts: Array.from({ length: STONE_COLUMNS * STONE_ROWS }, (_, i) => ({
          kind: 'cell',
          column: i % STONE_COLUMNS,
          row: Math.floor(i / STONE_COLUMNS),
        })),
        partOf: (at, i) => {
          const { column, row } = cellOf({ x: (at[2 * i] ?? 0) / STONE_SCALE, y: (at[2 * i + 1] ?? 0) / STONE_SCALE });
          return row * STONE_COLUMNS + column;
        },
      };
    case 'choice':
      return {
        parts: Array.from({ length: width }, (_, option) => ({ kind: 'option', option })),
        partOf: (at, row) =>
          Math.max(
            0,
            at.subarray(row * width, (row + 1) * width).findIndex((value) => value > 0),
          ),
      };
    case 'option':
      return { parts: [{ kind: 'chosen' }], partOf: (at, row) => ((at[row] ?? 0) > 0 ? 0 : 1) };
  }
}

/** "Does not apply" against all who answered; bin 1 of the topic's two. */
export const NOT_APPLICABLE: Leanings = {
  parts: [{ kind: 'not_applicable' }],
  partOf: (at, row) => 1 - (at[row] ?? 0),
};

/** The leanings of a facet's block, or of its not-applicable share. */
export function leaningsOfFacet(block: Block | null): Leanings {
  return block === null ? NOT_APPLICABLE : leaningsOf(block.kind, block.width);
}
