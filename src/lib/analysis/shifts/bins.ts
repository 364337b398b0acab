import { oneHotScale, OPTION_SCALE, STONE_SCALE, triadPlane } from '../representation/design-scale';
import { BLOCK_STATE, type Block } from '../representation/block';
import { TRIANGLE_HEIGHT } from '../../domain/signifier/triad';

/** Steps along a triad's side: 20 make 231 nodes. Taps on corners and edge middles stay exactly where they are. */
const TRIAD_STEPS = 20;
/** Places on a slider or along a ring's radius; both ends and the middle are among them. */
const LINE_PLACES = 41;
/** Cells along each side of a stone's canvas. */
const STONE_CELLS = 16;

/** The place of a story in `Binned.of` that gave no placement. */
export const NO_BIN = 65_535;

/** The fixed places that answers of one kind are rounded to, in the block's own design-scaled coordinates. */
export interface BinGrid {
  readonly count: number;
  readonly width: number;
  /** `count` rows of `width` coordinates. */
  readonly centres: Float64Array;
}

/** One block's answers rounded to a grid, so that a million stories cost what their bins cost. */
export interface Binned {
  readonly grid: BinGrid;
  /** Per story its bin, or NO_BIN. */
  readonly of: Uint16Array;
}

/**
 * Rounds the answers of a block: triads to the nearest of 231 nodes, sliders and rings to 41 places, stones to 16 x 16
 * cells, choices to their options (without loss). METHOD 2c, "Scale"; the loss in E and H is held by tests.
 */
export function binned(block: Block): Binned {
  const grid = gridOf(block);
  const rows = block.state.length;
  const of = new Uint16Array(rows).fill(NO_BIN);
  const place = placer(block);
  for (let i = 0; i < rows; i += 1) if (block.state[i] === BLOCK_STATE.answered) of[i] = place(i);
  return { grid, of };
}

function gridOf({ kind, width }: Block): BinGrid {
  switch (kind) {
    case 'triad':
      return triadGrid();
    case 'slider':
    case 'ring':
      return gridFrom(
        1,
        Array.from({ length: LINE_PLACES }, (_, i) => [i / (LINE_PLACES - 1)]),
      );
    case 'stone': {
      const middle = (i: number): number => ((i + 0.5) / STONE_CELLS) * STONE_SCALE;
      const cells = Array.from({ length: STONE_CELLS ** 2 }, (_, i) => [
        middle(i % STONE_CELLS),
        middle(Math.floor(i / STONE_CELLS)),
      ]);
      return gridFrom(2, cells);
    }
    case 'choice': {
      const height = oneHotScale(width);
      const options = Array.from({ length: width }, (_, i) =>
        Array.from({ length: width }, (_, j) => +(i === j) * height),
      );
      return gridFrom(width, options);
    }
    case 'option':
      return gridFrom(1, [[0], [OPTION_SCALE]]);
  }
}

function gridFrom(width: number, rows: readonly (readonly number[])[]): BinGrid {
  return { count: rows.length, width, centres: Float64Array.from(rows.flat()) };
}

/** Node (b, c) of the triangle, row by row of c: TRIAD_STEPS + 1 nodes in the lowest row, one less in each above. */
function triadGrid(): BinGrid {
  const nodes: (readonly number[])[] = [];
  for (let c = 0; c <= TRIAD_STEPS; c += 1) {
    for (let b = 0; b + c <= TRIAD_STEPS; b += 1) nodes.push(triadPlane(b / TRIAD_STEPS, c / TRIAD_STEPS));
  }
  return gridFrom(2, nodes);
}

function placer({ kind, width, coordinates }: Block): (row: number) => number {
  const at = (place: number): number => coordinates[place] ?? 0;
  const cell = (value: number, cells: number): number => Math.min(cells - 1, Math.max(0, Math.floor(value * cells)));
  switch (kind) {
    case 'triad':
      return (row) => triadNode(at(2 * row), at(2 * row + 1));
    case 'slider':
    case 'ring':
      return (row) => Math.min(LINE_PLACES - 1, Math.max(0, Math.round(at(row) * (LINE_PLACES - 1))));
    case 'stone':
      return (row) =>
        cell(at(2 * row + 1) / STONE_SCALE, STONE_CELLS) * STONE_CELLS + cell(at(2 * row) / STONE_SCALE, STONE_CELLS);
    case 'choice':
      return (row) => {
        for (let option = 0; option < width; option += 1) if (at(row * width + option) > 0) return option;
        return 0;
      };
    case 'option':
      return (row) => (at(row) > 0 ? 1 : 0);
  }
}

/** The nearest node: all three parts are rounded and the one that was moved farthest gives way, so that they sum up. */
function triadNode(x: number, y: number): number {
  const cPart = (y / TRIANGLE_HEIGHT) * TRIAD_STEPS;
  const bPart = x * TRIAD_STEPS - cPart / 2;
  const aPart = TRIAD_STEPS - bPart - cPart;
  const a = Math.round(aPart);
  let b = Math.round(bPart);
  let c = Math.round(cPart);
  if (a + b + c !== TRIAD_STEPS) {
    const [aOff, bOff, cOff] = [Math.abs(a - aPart), Math.abs(b - bPart), Math.abs(c - cPart)];
    if (bOff > aOff && bOff >= cOff) b = TRIAD_STEPS - a - c;
    else if (cOff > aOff) c = TRIAD_STEPS - a - b;
  }
  // A placement rounded in a file may lie a hair outside.
  c = Math.min(TRIAD_STEPS, Math.max(0, c));
  b = Math.min(TRIAD_STEPS - c, Math.max(0, b));
  return c * (TRIAD_STEPS + 1) - (c * (c - 1)) / 2 + b;
}
