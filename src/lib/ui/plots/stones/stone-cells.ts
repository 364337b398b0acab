import { RING_COUNT, STONE_COLUMNS, STONE_ROWS } from '$lib/domain/signifier/stones';
import type { Corner } from '../frame/lasso-path';

/** Corners of a ring's border: close enough to the circle that a link of them stays short. */
const CORNERS = 90;

/** A cell of the axes canvas in the unit square; cells are numbered row by row from the bottom. */
export function axesCell(index: number): Corner[] {
  const column = index % STONE_COLUMNS;
  const row = Math.floor(index / STONE_COLUMNS);
  const [left, right] = [column / STONE_COLUMNS, (column + 1) / STONE_COLUMNS];
  const [bottom, top] = [row / STONE_ROWS, (row + 1) / STONE_ROWS];
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
}

/** Near, between, far. The outer ones are one line there and back again: round the rim, and the hole backwards. */
export function ringCell(index: number): Corner[] {
  const outer = circle((index + 1) / RING_COUNT / 2, 1);
  // The farthest ring also holds the corners of the square: distance stops counting at the rim.
  const rim: Corner[] =
    index === RING_COUNT - 1
      ? [
          [1, 0.5],
          [1, 1],
          [0, 1],
          [0, 0],
          [1, 0],
          [1, 0.5],
        ]
      : outer;
  return index === 0 ? rim : [...rim, ...circle(index / RING_COUNT / 2, -1)];
}

function circle(radius: number, direction: 1 | -1): Corner[] {
  return Array.from({ length: CORNERS + 1 }, (_, i): Corner => {
    const angle = (direction * 2 * Math.PI * i) / CORNERS;
    return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)];
  });
}
