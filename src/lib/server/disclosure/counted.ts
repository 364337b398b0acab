import { firstMonthOf } from '../../analysis/disclosure/quarter';
import type { GuardedCell } from '../../analysis/disclosure/table';
import type { Snapshot } from '../../columns/snapshot';
import type { Release as StoredRelease, ReleasedCell } from '../store/port';

/** What was released before, oldest first. */
export interface Past {
  readonly releases: readonly Pick<StoredRelease, 'quarter' | 'lastSerial'>[];
  /** The ledger: every figure given of a cell. */
  readonly cells: ReadonlyMap<string, readonly ReleasedCell[]>;
  /** The scheme and its definition in which places were ever released. */
  readonly places: { readonly scheme: string; readonly definition: string } | null;
}

/** The stories of one release, this one or an earlier, and what the ledger knew when it was made. */
export interface Counted {
  readonly quarter: string;
  /** Rows of the snapshot that belong to it. Stories withdrawn since are in none. */
  readonly rows: readonly number[];
  readonly cluster: ArrayLike<number>;
  /** Whether a row was already in the release of a quarter. */
  wasIn(row: number, quarter: string): boolean;
  /** The last figure given of a cell before. */
  before(cell: string): ReleasedCell | undefined;
  /** The quarter of the release before it. */
  readonly last: string | null;
}

/** The stories of the release that is being made, then those of each earlier one, oldest first. */
export function countedIn(snapshot: Snapshot, quarter: string, past: Past): { now: Counted; earlier: Counted[] } {
  const { rows, serial, month, cluster } = snapshot;
  const ends = new Map(
    past.releases.map(({ quarter: of, lastSerial }) => [of, { lastSerial, end: firstMonthOf(of) }] as const),
  );
  const wasIn = (row: number, of: string): boolean => {
    const release = ends.get(of);
    return release !== undefined && (serial[row] ?? 0) <= release.lastSerial && (month[row] ?? 0) < release.end;
  };
  const every = Array.from({ length: rows }, (_, row) => row);
  const counted = (of: string, belongs: (row: number) => boolean): Counted => ({
    quarter: of,
    rows: every.filter(belongs),
    cluster,
    wasIn,
    before: (cell) => past.cells.get(cell)?.findLast((entry) => entry.quarter < of),
    last: past.releases.findLast((release) => release.quarter < of)?.quarter ?? null,
  });
  const end = firstMonthOf(quarter);
  return {
    now: counted(quarter, (row) => (month[row] ?? 0) < end),
    earlier: past.releases.map(({ quarter: of }) => counted(of, (row) => wasIn(row, of))),
  };
}

/** How a cell stood in an earlier release. */
export function stoodIn(quarter: string, entries: readonly ReleasedCell[]): GuardedCell {
  const last = entries.findLast((entry) => entry.quarter <= quarter);
  if (last === undefined || last.shown === null) return { kind: 'held' };
  if (last.quarter === quarter) return { kind: 'new', stories: last.shown };
  return { kind: 'kept', stories: last.shown, release: last.quarter };
}
