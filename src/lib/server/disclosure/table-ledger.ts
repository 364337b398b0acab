import { guardTable } from '../../analysis/disclosure/guard-table';
import { marginOf } from '../../analysis/disclosure/margin-of';
import type { DisclosurePolicy } from '../../analysis/disclosure/policy';
import {
  PUBLISHED,
  UNKNOWN,
  type GuardedCell,
  type Margin,
  type PastTable,
  type TableToGuard,
} from '../../analysis/disclosure/table';
import type { ReleasedCell } from '../store/port';
import { countCells } from './cell-counts';
import { stoodIn, type Counted } from './counted';

/** A table by the names of its cells in the ledger. */
export interface NamedTable {
  readonly names: readonly (readonly string[])[];
  /** Row by row, the number of the cell of a story; null = in none. */
  readonly at: (row: number) => number | null;
  /** The cell that is the margin of each row and column; null where it is the whole (rows) or nobody gives it (columns). */
  readonly rowMargins: readonly (string | null)[];
  readonly columnMargins: readonly (string | null)[];
  readonly closed?: boolean;
  /** Cells that are never given here: `withheld` at all, `elsewhere` where the table of another name decides. */
  readonly fixed?: (name: string) => 'withheld' | 'elsewhere' | null;
}

/** Guards one table after another: each sees what was decided about its margins, today and in every earlier release. */
export class TableLedger {
  /** The entries that this release adds. */
  readonly entries: Omit<ReleasedCell, 'quarter'>[] = [];
  private readonly today = new Map<string, GuardedCell>();

  constructor(
    private readonly now: Counted,
    private readonly earlier: readonly Counted[],
    private readonly history: ReadonlyMap<string, readonly ReleasedCell[]>,
    private readonly policy: DisclosurePolicy,
  ) {}

  guard(named: NamedTable): GuardedCell[][] {
    const { names, closed = false } = named;
    const table = this.tableIn(this.now, named);
    // In a closed table nothing can be given later than it was.
    const past = closed ? [] : this.earlier.map((counted) => this.pastOf(counted, named));
    const guarded = guardTable({ ...table, past }, this.policy);
    names.forEach((line, i) =>
      line.forEach((cell, j) => {
        const [given, counted] = [guarded[i]?.[j], table.cells[i]?.[j]];
        if (given === undefined || counted === undefined || (named.fixed?.(cell) ?? null) !== null) return;
        this.today.set(cell, given);
        const { stories } = counted.all;
        if (given.kind === 'new') this.entries.push({ cell, stories, shown: given.stories });
        else if (closed && counted.before === null) this.entries.push({ cell, stories, shown: null });
      }),
    );
    return guarded;
  }

  private tableIn(counted: Counted, { names, at, rowMargins, columnMargins, closed = false, fixed }: NamedTable) {
    const flat = countCells(counted, names.flat(), at);
    const width = names[0]?.length ?? 0;
    const cells = names.map((line, i) =>
      line.map((name, j) => {
        const cell = flat[i * width + j];
        if (cell === undefined) throw new Error('every name has its cell');
        const how = fixed?.(name) ?? null;
        if (how === null) return cell;
        const given = how === 'elsewhere' ? this.stood(counted, name) : null;
        return { ...cell, decided: given?.kind === 'new' ? given.stories : null };
      }),
    );
    const margin = (name: string | null, otherwise: Margin): Margin =>
      name === null ? otherwise : marginOf(this.stood(counted, name), this.policy);
    return {
      cells,
      rows: rowMargins.map((name) => margin(name, PUBLISHED)),
      columns: columnMargins.map((name) => margin(name, UNKNOWN)),
      whole: PUBLISHED,
      closed,
      past: [],
    } satisfies TableToGuard;
  }

  private pastOf(counted: Counted, named: NamedTable): PastTable {
    const figure = (name: string): number | null => {
      if (named.fixed?.(name) === 'withheld') return null;
      const stood = this.stood(counted, name);
      return stood.kind === 'new' ? stood.stories : null;
    };
    return {
      table: this.tableIn(counted, named),
      figures: named.names.map((line) => line.map(figure)),
    };
  }

  private stood({ quarter }: Counted, name: string): GuardedCell {
    if (quarter === this.now.quarter) return this.today.get(name) ?? { kind: 'held' };
    return stoodIn(quarter, this.history.get(name) ?? []);
  }
}
