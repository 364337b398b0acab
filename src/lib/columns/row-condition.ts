import { ZONES } from '../domain/signifier/zone';
import { binsOf, codedColumn, gridCells, pointsOf, stoneBins, type Bins, type PointColumns } from './bins';
import { classifyCells, INSIDE, RIM } from './cell-grid';
import type { Clause, State } from './clause';
import { GAP_CODES, gapCode, STATE_STEPS, UNANSWERED, type Gap } from './codes';
import { COLUMN } from './column-names';
import type { Dimension } from './dimension';
import type { SelectionProblem } from './kernel';
import { inPolygon } from '../analysis/regions/polygon';
import { UNITS } from './quantise';
import type { Snapshot } from './snapshot';

/**
 * Whether rows pass one clause, as a lookup of one column's codes: 0 fails, 1 passes, 2 = ask `exact` (a placement in a
 * cell on a lasso's rim). Compiled once per clause; the loop over the rows stays free of calls.
 */
export interface RowCondition {
  readonly column: Uint8Array | Uint16Array;
  readonly table: Uint8Array;
  readonly exact: ((row: number) => boolean) | null;
}

/** What was worked out once and is kept between clauses: bins and grid cells of a dimension. */
export interface Prepared {
  bins(dimension: Dimension): Bins;
  stone(dimension: Extract<Dimension, { kind: 'stones' }>, stone: string): Bins;
  cells(key: string, points: PointColumns): Uint16Array;
}

export function createPrepared(snapshot: Snapshot): Prepared {
  const bins = new Map<string, Bins>();
  const cells = new Map<string, Uint16Array>();
  return {
    bins: (dimension) => kept(bins, dimension.id, () => binsOf(snapshot, dimension)),
    stone: (dimension, stone) => kept(bins, `${dimension.id}/${stone}`, () => stoneBins(snapshot, dimension, stone)),
    cells: (key, points) => kept(cells, key, () => gridCells(points)),
  };
}

/** Null when the clause does not fit the dimension: see `problemOf`. */
export function rowCondition(
  snapshot: Snapshot,
  dimension: Dimension,
  clause: Clause,
  prepared: Prepared,
): RowCondition | null {
  const bins = prepared.bins(dimension);
  switch (clause.kind) {
    case 'zones':
      return byBin(bins, clause, (bin) => clause.zones.some((zone) => ZONES.indexOf(zone) === bin));
    case 'months':
      if (dimension.kind !== 'months') return null;
      return byBin(bins, clause, (bin) => within(dimension.first + bin, clause.from, clause.to));
    case 'cells':
      return dimension.kind === 'stones' ? byCell(dimension, clause, bins, prepared) : null;
    case 'options':
      if (dimension.kind === 'multiple') return byBits(snapshot, dimension, clause, bins);
      if (dimension.kind !== 'category') return byBin(bins, clause, () => false);
      return byBin(bins, clause, (bin) => clause.options.includes(dimension.options[bin] ?? ''));
    case 'range':
      return byRange(snapshot, dimension, clause, bins);
    case 'polygon': {
      const points = pointsOf(snapshot, dimension, clause.stone);
      return points === null ? null : byPolygon(dimension, clause, bins, points, prepared);
    }
  }
}

export function problemOf(dimension: Dimension | undefined, clause: Clause): SelectionProblem | null {
  if (dimension === undefined) return { kind: 'unknown_dimension', clause };
  return fits(dimension, clause) ? null : { kind: 'wrong_kind', clause };
}

function fits(dimension: Dimension, clause: Clause): boolean {
  switch (clause.kind) {
    case 'polygon':
      if (dimension.kind === 'stones') return clause.stone !== undefined && dimension.stones.includes(clause.stone);
      return dimension.kind === 'triad';
    case 'cells':
      return dimension.kind === 'stones' && dimension.stones.includes(clause.stone);
    case 'zones':
      return dimension.kind === 'triad';
    case 'range':
      return dimension.kind === 'slider' || dimension.kind === 'number';
    case 'months':
      return dimension.kind === 'months';
    case 'options':
      // With states alone it asks of any dimension how it was answered.
      return dimension.kind === 'category' || dimension.kind === 'multiple' || clause.options.length === 0;
  }
}

function byBin(bins: Bins, clause: Clause, wanted: (bin: number) => boolean): RowCondition {
  const table = new Uint8Array(bins.size + GAP_CODES);
  const answered = hasState(clause, 'answered');
  for (let bin = 0; bin < bins.size; bin += 1) table[bin] = answered || wanted(bin) ? 1 : 0;
  for (const [gap, state] of GAP_STATES) if (hasState(clause, state)) table[bins.size + STATE_STEPS[gap]] = 1;
  return { column: bins.of, table, exact: null };
}

/** As `byBin`, but every row that answered is asked one by one. */
function byAnswer(bins: Bins, clause: Clause, exact: (row: number) => boolean): RowCondition {
  const { column, table } = byBin(bins, clause, () => false);
  for (let bin = 0; bin < bins.size; bin += 1) if (table[bin] === 0) table[bin] = ASK;
  return { column, table, exact };
}

function byCell(
  dimension: Extract<Dimension, { kind: 'stones' }>,
  clause: Extract<Clause, { kind: 'cells' }>,
  bins: Bins,
  prepared: Prepared,
): RowCondition {
  const cells = prepared.stone(dimension, clause.stone);
  const table = new Uint8Array(cells.size + GAP_CODES);
  for (const cell of clause.cells) if (cell < cells.size) table[cell] = 1;
  if (clause.states === undefined || clause.states.length === 0) return { column: cells.of, table, exact: null };
  return byAnswer(bins, clause, (row) => table[cells.of[row] ?? 0] === 1);
}

function byBits(
  snapshot: Snapshot,
  dimension: Extract<Dimension, { kind: 'multiple' }>,
  clause: Extract<Clause, { kind: 'options' }>,
  bins: Bins,
): RowCondition {
  const wanted = clause.options.map((option) => dimension.options.indexOf(option)).filter((index) => index >= 0);
  const words = [...new Set(wanted.map((index) => index >>> 5))].map((word) => ({
    column: snapshot.columns.get(COLUMN.bits(dimension.id, word)),
    mask: wanted.reduce((mask, index) => (index >>> 5 === word ? mask | (1 << (index & 31)) : mask), 0),
  }));
  return byAnswer(bins, clause, (row) => words.some(({ column, mask }) => ((column?.[row] ?? 0) & mask) !== 0));
}

function byRange(
  snapshot: Snapshot,
  dimension: Dimension,
  clause: Extract<Clause, { kind: 'range' }>,
  bins: Bins,
): RowCondition | null {
  if (dimension.kind === 'slider') {
    // Products that are whole numbers but for rounding count as whole.
    const [from, to] = [Math.ceil(clause.from * UNITS - 1e-6), Math.floor(clause.to * UNITS + 1e-6)];
    const table = gapTable(clause);
    for (let units = 0; units <= UNITS; units += 1) if (within(units, from, to)) table[units] = 1;
    return { column: codedColumn(snapshot, COLUMN.slider(dimension.id)), table, exact: null };
  }
  const column = snapshot.columns.get(COLUMN.number(dimension.id));
  if (dimension.kind !== 'number' || column === undefined) return null;
  // Values were rounded to single precision: so are the ends, or a value equal to an end would fall out.
  const [from, to] = [Math.fround(clause.from), Math.fround(clause.to)];
  return byAnswer(bins, clause, (row) => within(column[row] ?? 0, from, to));
}

/** For a uint16 column of units: the answered values (all or none pass, by the clause's states) and the gaps. */
function gapTable(clause: Clause): Uint8Array {
  const table = new Uint8Array(UNANSWERED + 1);
  if (hasState(clause, 'answered')) table.fill(1, 0, UNITS + 1);
  for (const [gap, state] of GAP_STATES) if (hasState(clause, state)) table[gapCode('u16', gap)] = 1;
  return table;
}

function byPolygon(
  dimension: Dimension,
  clause: Extract<Clause, { kind: 'polygon' }>,
  bins: Bins,
  points: PointColumns,
  prepared: Prepared,
): RowCondition {
  const column = prepared.cells(`${dimension.id}/${clause.stone ?? ''}`, points);
  const table = classifyCells(clause.points);
  const inside = (row: number): boolean => inPolygon(clause.points, points.x(row), points.y(row));
  if (clause.states === undefined || clause.states.length === 0) return { column, table, exact: inside };
  // How a story did not answer is not in the cells: with states asked for, each row outside is looked at again.
  const states = byBin(bins, clause, () => false);
  const byState = (row: number): boolean => states.table[states.column[row] ?? 0] === 1;
  const asking = table.map((kind) => (kind === INSIDE ? INSIDE : ASK));
  return { column, table: asking, exact: (row) => byState(row) || (table[column[row] ?? 0] === RIM && inside(row)) };
}

/** The third entry of a table. The same number as `RIM`, so that a grid of cells is a table. */
const ASK = RIM;

const GAP_STATES: readonly (readonly [Gap, State])[] = [
  ['notApplicable', 'not_applicable'],
  ['unanswered', 'unanswered'],
  ['notAsked', 'not_asked'],
];

function hasState(clause: Clause, state: State): boolean {
  return clause.states?.includes(state) ?? false;
}

function within(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
