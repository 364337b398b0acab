import { TRIANGLE_HEIGHT } from '../domain/signifier/triad';
import { RING_COUNT, STONE_COLUMNS, STONE_ROWS, cellOf, ringOf } from '../domain/signifier/stones';
import { ZONES } from '../domain/signifier/zone';
import { cellOfPoint, NO_CELL } from './cell-grid';
import { GAP_CODES } from './codes';
import { COLUMN } from './column-names';
import { DIMENSION, SLIDER_BINS, type Dimension } from './dimension';
import { fromUnits, UNITS } from './quantise';
import type { Snapshot } from './snapshot';

/**
 * Every row's bin in one dimension: values 0..size-1, then the gaps in the order of `STATE_STEPS` (unanswered, not
 * applicable, not asked, not in story). One histogram of these gives counts and states together.
 */
export interface Bins {
  readonly of: Uint8Array | Uint16Array;
  readonly size: number;
}

const SYSTEM: Readonly<Record<string, string>> = {
  [DIMENSION.audience]: COLUMN.audience,
  [DIMENSION.voice]: COLUMN.voice,
  [DIMENSION.prompt]: COLUMN.prompt,
  [DIMENSION.locale]: COLUMN.locale,
  [DIMENSION.readable]: COLUMN.readable,
};

/** Bins of a dimension as a whole. Stones, text, number and multiple choice have one bin, "answered", and the gaps. */
export function binsOf(snapshot: Snapshot, dimension: Dimension): Bins {
  switch (dimension.kind) {
    case 'triad':
      return recode(codedColumn(snapshot, COLUMN.triadZone(dimension.id)), ZONES.length, (zone) => zone);
    case 'slider': {
      const bin = (units: number): number => Math.min(SLIDER_BINS - 1, Math.floor((units * SLIDER_BINS) / UNITS));
      return recode(codedColumn(snapshot, COLUMN.slider(dimension.id)), SLIDER_BINS, bin);
    }
    case 'category':
      return recode(codedColumn(snapshot, categoryColumn(dimension.id)), dimension.options.length, (index) => index);
    case 'months':
      return recode(snapshot.month, dimension.count, (month) => month - dimension.first);
    case 'stones':
    case 'multiple':
    case 'text':
    case 'number':
      return recode(codedColumn(snapshot, COLUMN.state(dimension.id)), 1, (state) => state);
  }
}

/** Bins of one stone: 4 x 3 cells or 3 rings, then the gaps. */
export function stoneBins(snapshot: Snapshot, dimension: Extract<Dimension, { kind: 'stones' }>, stone: string): Bins {
  const x = codedColumn(snapshot, COLUMN.stoneX(dimension.id, stone));
  const y = codedColumn(snapshot, COLUMN.stoneY(dimension.id, stone));
  const size = dimension.canvas === 'rings' ? RING_COUNT : STONE_COLUMNS * STONE_ROWS;
  return recode(x, size, (unitsX, row) => {
    const place = { x: fromUnits(unitsX), y: fromUnits(y[row] ?? 0) };
    if (dimension.canvas === 'rings') return ringOf(place);
    const { column, row: line } = cellOf(place);
    return line * STONE_COLUMNS + column;
  });
}

/** Every row's cell of the lookup grid, in the triad's plane or the stone's square; `NO_CELL` without a placement. */
export function gridCells(points: PointColumns): Uint16Array {
  const cells = new Uint16Array(points.first.length);
  for (let row = 0; row < cells.length; row += 1) {
    const first = points.first[row] ?? 0;
    cells[row] = first > UNITS ? NO_CELL : cellOfPoint(points.x(row), points.y(row));
  }
  return cells;
}

/** A placement as x and y, read row by row; `first` tells by its code when there is none. */
export interface PointColumns {
  readonly first: Uint16Array;
  x(row: number): number;
  y(row: number): number;
}

export function pointsOf(snapshot: Snapshot, dimension: Dimension, stone: string | undefined): PointColumns | null {
  if (dimension.kind === 'triad') {
    const a = wideColumn(snapshot, COLUMN.triadA(dimension.id));
    const b = wideColumn(snapshot, COLUMN.triadB(dimension.id));
    const c = (row: number): number => UNITS - (a[row] ?? 0) - (b[row] ?? 0);
    return {
      first: a,
      x: (row) => ((b[row] ?? 0) + c(row) / 2) / UNITS,
      y: (row) => (c(row) * TRIANGLE_HEIGHT) / UNITS,
    };
  }
  if (dimension.kind !== 'stones' || stone === undefined || !dimension.stones.includes(stone)) return null;
  const x = wideColumn(snapshot, COLUMN.stoneX(dimension.id, stone));
  const y = wideColumn(snapshot, COLUMN.stoneY(dimension.id, stone));
  return { first: x, x: (row) => (x[row] ?? 0) / UNITS, y: (row) => (y[row] ?? 0) / UNITS };
}

export function categoryColumn(dimensionId: string): string {
  const system = SYSTEM[dimensionId];
  if (system !== undefined) return system;
  const scheme = /^_place\.(.+)$/.exec(dimensionId)?.[1];
  return scheme === undefined ? COLUMN.choice(dimensionId) : COLUMN.place(scheme);
}

export function codedColumn(snapshot: Snapshot, name: string): Uint8Array | Uint16Array {
  const column = snapshot.columns.get(name);
  if (column instanceof Uint8Array || column instanceof Uint16Array) return column;
  throw new Error(`a snapshot without the column ${name} cannot have been decoded`);
}

export function wideColumn(snapshot: Snapshot, name: string): Uint16Array {
  const column = codedColumn(snapshot, name);
  if (column instanceof Uint16Array) return column;
  throw new Error(`the column ${name} should hold uint16`);
}

function recode(column: Uint8Array | Uint16Array, size: number, bin: (value: number, row: number) => number): Bins {
  const top = column instanceof Uint8Array ? 255 : 65_535;
  const of = size + GAP_CODES <= 256 ? new Uint8Array(column.length) : new Uint16Array(column.length);
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? 0;
    of[row] = top - value < GAP_CODES ? size + (top - value) : bin(value, row);
  }
  return { of, size };
}
