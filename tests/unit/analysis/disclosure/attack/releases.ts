import { groupOf, type Group } from '$lib/analysis/disclosure/group';
import { guardTableBy } from '$lib/analysis/disclosure/guard-table';
import { marginOf } from '$lib/analysis/disclosure/margin-of';
import type { DisclosurePolicy } from '$lib/analysis/disclosure/policy';
import { releaseDueBy } from '$lib/analysis/disclosure/release-due';
import type { RuleSet } from '$lib/analysis/disclosure/rules';
import {
  oneWay,
  PUBLISHED,
  type Figures,
  type GuardedCell,
  type TableCell,
  type TableToGuard,
} from '$lib/analysis/disclosure/table';
import type { Population } from './population';

/** One release of a table with its margins, as somebody outside sees it, and the truth beside it. */
export interface Released {
  /** Stories that had arrived. */
  readonly arrived: number;
  readonly rows: readonly GuardedCell[];
  readonly columns: readonly GuardedCell[];
  readonly cells: readonly (readonly GuardedCell[])[];
  readonly truth: {
    readonly rows: readonly Group[];
    readonly columns: readonly Group[];
    readonly cells: readonly (readonly Group[])[];
  };
}

interface Kept {
  readonly release: string;
  readonly rows: ReadonlySet<number>;
  readonly shown: number | null;
}

/**
 * The releases of a table of the first attribute (rows) by the second (columns), each over the stories that had arrived
 * by one of `cuts`, guarded as the product guards: totals of rows and columns first, then the inside.
 *
 * `closedRows`: rows are quarters. `withheld`: the last row is never given (those who did not choose an option).
 */
export function releasesOf(
  of: Population,
  cuts: readonly number[],
  policy: DisclosurePolicy,
  rules: RuleSet,
  { closedRows = false, withheld = false }: { closedRows?: boolean; withheld?: boolean } = {},
): Released[] {
  const [rowCount = 1, columnCount = 1] = of.sizes;
  const ledger = new Map<string, Kept>();
  const released: Released[] = [];
  const history = new Map<string, { table: TableToGuard; figures: Figures }[]>();
  let last: { quarter: string; arrived: number } | null = null;
  cuts.forEach((arrived, number) => {
    const quarter = `2026-Q${number + 1}`;
    const fresh = groupOf(range(last?.arrived ?? 0, arrived), of.cluster);
    if (!releaseDueBy(rules)(quarter, last, fresh, policy)) return;
    const guardNow = guardTableBy(rules);
    const guard = (name: string, table: Omit<TableToGuard, 'past'>): GuardedCell[][] => {
      const before = history.get(name) ?? [];
      const past = table.closed ? [] : before;
      const guarded = guardNow({ ...table, past }, policy);
      const figures = guarded.map((line) => line.map((one) => (one.kind === 'new' ? one.stories : null)));
      history.set(name, [...before, { table: { ...table, past: [] }, figures }]);
      return guarded;
    };
    const within = (holds: (row: number) => boolean): Set<number> => new Set([...range(0, arrived)].filter(holds));
    const value = (attribute: number, row: number): number => of.values[attribute]?.[row] ?? 0;
    // The quarters that have begun: a later one has no row yet.
    const byRow = numbers(closedRows ? number + 1 : rowCount).map((i) => within((row) => value(0, row) === i));
    const byColumn = numbers(columnCount).map((j) => within((row) => value(1, row) === j));
    const inside = byRow.map((some) => byColumn.map((others) => new Set([...some].filter((row) => others.has(row)))));
    const cell = (key: string, rows: ReadonlySet<number>): TableCell => {
      const kept = ledger.get(key);
      const all = groupOf(rows, of.cluster);
      const since = last;
      const grown =
        since === null
          ? null
          : groupOf(
              [...rows].filter((row) => row >= since.arrived),
              of.cluster,
            );
      if (kept === undefined) return { all, fresh: all, before: null, grown };
      return {
        all,
        fresh: groupOf(
          [...rows].filter((row) => !kept.rows.has(row)),
          of.cluster,
        ),
        before: { release: kept.release, stories: kept.rows.size, shown: kept.shown, intact: true },
        grown,
      };
    };
    const never = (i: number, one: TableCell): TableCell =>
      withheld && i === rowCount - 1 ? { ...one, decided: null } : one;
    const note = (key: string, rows: ReadonlySet<number>, guarded: GuardedCell | undefined, closed: boolean): void => {
      if (guarded?.kind === 'new') ledger.set(key, { release: quarter, rows, shown: guarded.stories });
      else if (closed && !ledger.has(key)) ledger.set(key, { release: quarter, rows, shown: null });
    };
    const oneWayOf = (name: string, sets: readonly ReadonlySet<number>[], closed: boolean): GuardedCell[] => {
      const cells = sets.map((rows, i) =>
        name === 'row' ? never(i, cell(`row${i}`, rows)) : cell(`${name}${i}`, rows),
      );
      const [guarded = []] = guard(name, oneWay(cells, PUBLISHED, { closed }));
      sets.forEach((rows, i) => note(`${name}${i}`, rows, guarded[i], closed));
      return guarded;
    };
    const rows = oneWayOf('row', byRow, closedRows);
    // Whoever knows the whole and all rows but the one that is never given knows that too.
    const margins = rows.map((guarded, i) =>
      marginOf(withheld && i === rowCount - 1 ? (rows[0] ?? guarded) : guarded, policy),
    );
    const columns = oneWayOf('column', byColumn, false);
    // Quarters are released by themselves and never crossed.
    const held = (): GuardedCell => ({ kind: 'held' });
    const cells: GuardedCell[][] = closedRows
      ? inside.map((line) => line.map(held))
      : guard('inside', {
          cells: inside.map((line, i) => line.map((set, j) => never(i, cell(`${i}/${j}`, set)))),
          rows: margins,
          columns: columns.map((guarded) => marginOf(guarded, policy)),
          whole: PUBLISHED,
          closed: false,
        });
    inside.forEach((line, i) => line.forEach((set, j) => note(`${i}/${j}`, set, cells[i]?.[j], false)));
    const truth = {
      rows: byRow.map((set) => groupOf(set, of.cluster)),
      columns: byColumn.map((set) => groupOf(set, of.cluster)),
      cells: inside.map((line) => line.map((set) => groupOf(set, of.cluster))),
    };
    released.push({ arrived, rows, columns, cells, truth });
    last = { quarter, arrived };
  });
  return released;
}

function* range(from: number, to: number): Generator<number> {
  for (let row = from; row < to; row += 1) yield row;
}

export function numbers(count: number): number[] {
  return [...range(0, count)];
}
