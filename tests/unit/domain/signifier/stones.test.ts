import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellOf,
  cellPlace,
  RING_COUNT,
  ringDistance,
  ringOf,
  ringPlace,
  STONE_COLUMNS,
  STONE_ROWS,
} from '$lib/domain/signifier/stones';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('a stone on axes', () => {
  it('put into a cell by the list lies in that cell', () => {
    for (let column = 0; column < STONE_COLUMNS; column += 1)
      for (let row = 0; row < STONE_ROWS; row += 1) expect(cellOf(cellPlace(column, row))).toEqual({ column, row });
  });

  it('always lies in one of twelve cells, the borders included', () => {
    fc.assert(
      fc.property(unit, unit, (x, y) => {
        const { column, row } = cellOf({ x, y });
        expect(column).toBeGreaterThanOrEqual(0);
        expect(column).toBeLessThan(STONE_COLUMNS);
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(STONE_ROWS);
      }),
    );
    expect(cellOf({ x: 1, y: 1 })).toEqual({ column: 3, row: 2 });
  });

  it('has no column for "neither": the middle line itself belongs to the second label', () => {
    expect(cellOf({ x: 0.5, y: 0.5 })).toEqual({ column: 2, row: 1 });
  });
});

describe('a stone on rings', () => {
  it('put near, between or far by the list lies in that ring, on the canvas', () => {
    for (let ring = 0; ring < RING_COUNT; ring += 1)
      for (let stone = 0; stone < 7; stone += 1) {
        const place = ringPlace(ring, stone, 7);
        expect(ringOf(place)).toBe(ring);
        expect(Math.min(place.x, place.y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(place.x, place.y)).toBeLessThanOrEqual(1);
      }
  });

  it('means its distance only: 0 in the middle, 1 on the rim and in the corners beyond it', () => {
    expect(ringDistance({ x: 0.5, y: 0.5 })).toBe(0);
    expect(ringDistance({ x: 1, y: 0.5 })).toBe(1);
    expect(ringDistance({ x: 1, y: 1 })).toBe(1);
  });

  it('is not moved by a ring when there is a single stone', () => {
    expect(ringOf(ringPlace(2, 0, 1))).toBe(2);
  });
});
