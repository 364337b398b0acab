import { clampUnit } from './slider';

/** A stone's place on its canvas, both in [0, 1], x from the first label to the second, y up. */
export interface StonePlace {
  readonly x: number;
  readonly y: number;
}

/** Four choices across and three up: a list answer is put in the middle of the cell it names. */
export const STONE_COLUMNS = 4;
export const STONE_ROWS = 3;
/** Near, between, far on a rings canvas. */
export const RING_COUNT = 3;

export function cellPlace(column: number, row: number): StonePlace {
  return { x: (column + 0.5) / STONE_COLUMNS, y: (row + 0.5) / STONE_ROWS };
}

export function cellOf(place: StonePlace): { column: number; row: number } {
  return { column: cut(place.x, STONE_COLUMNS), row: cut(place.y, STONE_ROWS) };
}

/** Distance from the middle of a rings canvas, 0 in the middle, 1 on the rim; only this is meaningful there. */
export function ringDistance(place: StonePlace): number {
  return clampUnit(Math.hypot(place.x - 0.5, place.y - 0.5) / 0.5);
}

export function ringOf(place: StonePlace): number {
  return cut(ringDistance(place), RING_COUNT);
}

/** A list answer on rings: the middle of its ring, at an angle of the stone's own so that stones do not cover each other. */
export function ringPlace(ring: number, stoneIndex: number, stoneCount: number): StonePlace {
  const radius = ((ring + 0.5) / RING_COUNT) * 0.5;
  const angle = (2 * Math.PI * stoneIndex) / Math.max(1, stoneCount) + Math.PI / 2;
  return { x: 0.5 + radius * Math.cos(angle), y: 0.5 + radius * Math.sin(angle) };
}

function cut(value: number, parts: number): number {
  return Math.min(parts - 1, Math.floor(clampUnit(value) * parts));
}
