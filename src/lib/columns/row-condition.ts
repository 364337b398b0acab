import { ZONES } from '../domain/signifier/zone';
import { binsOf, codedColumn, gridCells, pointsOf, type Bins, type PointColumns } from './bins';
import { classifyCells, INSIDE, RIM } from './cell-grid';
import type { Clause, State } from './clause';
import { GAP_CODES, STATE_STEPS, type Gap } from './codes';
import { COLUMN } from './column-names';
import type { Dimension } from './dimension';
import type { SelectionProblem } from './kernel';
import { inPolygon } from './polygon';
import { UNITS } from './quantise';
import type { Snapshot } from './snapshot';

/** Whether a row passes one clause. Compiled once per clause, then called for every row. */
export type RowCondition = (row: number) => boolean;

/** What was worked out once and is kept between clauses: bins and grid cells of a dimension. */
export interface Prepared {
  bins(dimension: Dimension): Bins;
  cells(key: string, points: PointColumns): Uint16Array;
}

export function createPrepared(snapshot: Snapshot): Prepared {
  const bins = new Map<string, Bins>();
  const cells = new Map<string, Uint16Array>();
  return {
    bins: (dimension) => kept(bins, dimension.id, () => binsOf(snapshot, dimension)),
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
  const { of } = bins;
  return (row) => table[of[row] ?? 0] === 1;
}

function byBits(
  snapshot: Snapshot,
  dimension: Extract<Dimension, { kind: 'multiple' }>,
  clause: Extract<Clause, { kind: 'options' }>,
  bins: Bins,
): RowCondition {
  const byState = byBin(bins, clause, () => false);
  const wanted = clause.options.map((option) => dimension.options.indexOf(option)).filter((index) => index >= 0);
  const words = [...new Set(wanted.map((index) => index >>> 5))].map((word) => ({
    column: snapshot.columns.get(COLUMN.bits(dimension.id, word)),
    mask: wanted.reduce((mask, index) => (index >>> 5 === word ? mask | (1 << (index & 31)) : mask), 0),
  }));
  return (row) => byState(row) || words.some(({ column, mask }) => ((column?.[row] ?? 0) & mask) !== 0);
}

function byRange(
  snapshot: Snapshot,
  dimension: Dimension,
  clause: Extract<Clause, { kind: 'range' }>,
  bins: Bins,
): RowCondition | null {
  const byState = byBin(bins, clause, () => false);
  if (dimension.kind === 'slider') {
    const column = codedColumn(snapshot, COLUMN.slider(dimension.id));
    const [from, to] = [Math.round(clause.from * UNITS), Math.min(UNITS, Math.round(clause.to * UNITS))];
    return (row) => within(column[row] ?? 0, from, to) || byState(row);
  }
  const column = snapshot.columns.get(COLUMN.number(dimension.id));
  if (dimension.kind !== 'number' || column === undefined) return null;
  // Values were rounded to single precision: so are the ends, or a value equal to an end would fall out.
  const [from, to] = [Math.fround(clause.from), Math.fround(clause.to)];
  return (row) => (bins.of[row] === 0 && within(column[row] ?? 0, from, to)) || byState(row);
}

function byPolygon(
  dimension: Dimension,
  clause: Extract<Clause, { kind: 'polygon' }>,
  bins: Bins,
  points: PointColumns,
  prepared: Prepared,
): RowCondition {
  const cells = prepared.cells(`${dimension.id}/${clause.stone ?? ''}`, points);
  const kinds = classifyCells(clause.points);
  const byState = byBin(bins, clause, () => false);
  const stated = clause.states !== undefined && clause.states.length > 0;
  return (row) => {
    const kind = kinds[cells[row] ?? 0];
    if (kind === INSIDE) return true;
    if (kind === RIM && inPolygon(clause.points, points.x(row), points.y(row))) return true;
    return stated && byState(row);
  };
}

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
