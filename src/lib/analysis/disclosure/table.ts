import type { Group } from './group';
import type { Quarter } from './release-due';

/** What the last release that gave a cell a figure (or held it back for good) knew of it. */
export interface CellBefore {
  readonly release: Quarter;
  /** Its stories then. Kept by the server, never shown. */
  readonly stories: number;
  /** The figure shown then; null = held back for good. */
  readonly shown: number | null;
  /** Whether all of its stories of then are still in it: none was withdrawn, none went to another cell. */
  readonly intact: boolean;
}

/** One cell: the stories it holds now, and those of them that the figure shown before did not count. */
export interface TableCell {
  readonly all: Group;
  /** The same as `all` where no figure was shown before. */
  readonly fresh: Group;
  readonly before: CellBefore | null;
  /** The stories that came since the last release, whether it gave a figure or not; null = there was none. */
  readonly grown: Group | null;
  /** What another table has given for these stories, or null for a figure that is never given; left out = decided here. */
  readonly decided?: number | null;
}

/** The sum of a row or column. Where it is published anew a reader is taken to know it exactly. */
export interface Margin {
  readonly published: boolean;
  /** Where it is not: what is known to be the least (an older figure), else 0. */
  readonly atLeast: number;
}

/**
 * A table with its margins, which other tables have decided about: a place that is held back there is held back here.
 * A one-way table has one row, whose margin is the whole, and columns whose margins nobody gives.
 */
export interface TableToGuard {
  readonly cells: readonly (readonly TableCell[])[];
  readonly rows: readonly Margin[];
  readonly columns: readonly Margin[];
  /** Whether the sum of everything is known. */
  readonly whole: Margin;
  /** Cells that time has closed: what was received in a past quarter can grow no more, and everybody knows it. */
  readonly closed: boolean;
  /** The same table in every earlier release; none for one that is closed, or was never released. */
  readonly past: readonly PastTable[];
}

/** The figure of each cell; null where there is none. */
export type Figures = readonly (readonly (number | null)[])[];

/** A table as an earlier release had to see it. */
export interface PastTable {
  readonly table: TableToGuard;
  /** The figures that release gave anew. */
  readonly figures: Figures;
}

export type GuardedCell =
  /** A figure of this release. */
  | { readonly kind: 'new'; readonly stories: number }
  /** The figure of an earlier release: since then too little came for a new one. */
  | { readonly kind: 'kept'; readonly stories: number; readonly release: Quarter }
  /** Too few stories, or held back so that such a number cannot be worked out from the others: not told apart. */
  | { readonly kind: 'held' };

/** A one-way table of `cells` that add up to `whole`. */
export function oneWay(
  cells: readonly TableCell[],
  whole: Margin,
  { closed = false, past = [] }: Partial<Pick<TableToGuard, 'closed' | 'past'>> = {},
): TableToGuard {
  return { cells: [cells], rows: [whole], columns: cells.map(() => UNKNOWN), whole, closed, past };
}

export const PUBLISHED: Margin = { published: true, atLeast: 0 };
export const UNKNOWN: Margin = { published: false, atLeast: 0 };
