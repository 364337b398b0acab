import { guardTable } from '../../analysis/disclosure/guard-table';
import { marginOf } from '../../analysis/disclosure/margin-of';
import type { DisclosurePolicy } from '../../analysis/disclosure/policy';
import { oneWay, PUBLISHED, type GuardedCell, type Margin, type TableCell } from '../../analysis/disclosure/table';
import type { Figure, ReleasedTable } from '../../protocol/release';
import type { ReleasedCell } from '../store/port';
import { countCells, type Counted } from './cell-counts';
import type { OptionPartitions, Partition } from './partition';

/** The places of a release with what was decided about each. */
export interface Places {
  readonly partition: Partition;
  readonly guarded: readonly GuardedCell[];
}

/** Tables of one release, made one after another: every figure goes through the guard and into the ledger. */
export class ReleaseTables {
  readonly ledger: Omit<ReleasedCell, 'quarter'>[] = [];

  constructor(
    private readonly counted: Counted,
    private readonly policy: DisclosurePolicy,
    private readonly quarter: string,
  ) {}

  /** The places alone: decided first, for they are the margins of all tables by place. */
  places(partition: Partition): { readonly places: Places; readonly table: ReleasedTable } {
    const guarded = this.alone(partition);
    return {
      places: { partition, guarded },
      table: this.table(
        partition.about,
        partition.lines,
        guarded.map((cell) => [cell]),
      ),
    };
  }

  lines(partition: Partition, places: Places | null): ReleasedTable {
    const { about, lines, lineOf } = partition;
    const everywhere = this.alone(partition);
    const names = lines.map(({ id }) => `${about.id}/${id}`);
    const inside = places === null ? [] : this.inside(names, (row) => lineOf[row] ?? null, everywhere, places);
    const figures = everywhere.map((cell, line) => [cell, ...(inside[line] ?? [])]);
    return this.table(about, lines, figures);
  }

  /**
   * How it was answered, then for each option those who chose it among those who answered. In a place the others are all
   * who did not choose it: how many answered there is not released, for it would leave the few who did not.
   */
  options({ states, answered, options }: OptionPartitions, places: Places | null): ReleasedTable {
    const everywhere = this.alone(states);
    const whole = marginOf(everywhere[answered], this.policy);
    const chosen = options.map((option) => {
      const name = `${states.about.id}/${option.id}`;
      const halves = [`${name}/chosen`, `${name}/others`];
      const cells = countCells(this.counted, halves, (row) =>
        states.lineOf[row] === answered ? (option.chosen(row) ? 0 : 1) : null,
      );
      const [guarded = []] = guardTable(oneWay(cells, whole), this.policy);
      this.note(halves, cells, guarded);
      const [all = HELD] = guarded;
      if (places === null) return [all];
      // Whoever knows how many chose it knows how many did not.
      const both = [`${name}/chosen`, `${name}/not chosen`];
      const [inside = []] = this.inside(both, (row) => (option.chosen(row) ? 0 : 1), [all, all], places);
      return [all, ...inside];
    });
    const others = everywhere.slice(answered + 1).map((cell) => [cell]);
    const lines = [...options.map(({ id, name }) => ({ id, name })), ...states.lines.slice(answered + 1)];
    return this.table(states.about, lines, [...chosen, ...others]);
  }

  private alone({ about, lines, lineOf, closed }: Partition): GuardedCell[] {
    const names = lines.map(({ id }) => `${about.id}/${id}`);
    const cells = countCells(this.counted, names, (row) => lineOf[row] ?? null);
    const [guarded = []] = guardTable(oneWay(cells, PUBLISHED, closed), this.policy);
    this.note(names, cells, guarded, closed);
    return guarded;
  }

  /** Lines by places. @param names of the lines @param everywhere the lines' own figures: the rows' margins */
  private inside(
    names: readonly string[],
    lineOf: (row: number) => number | null,
    everywhere: readonly GuardedCell[],
    { partition: places, guarded: placesGuarded }: Places,
  ): GuardedCell[][] {
    const width = places.lines.length;
    const inside = names.flatMap((name) => places.lines.map(({ id }) => `${name} in ${id}`));
    const counted = countCells(this.counted, inside, (row) => {
      const line = lineOf(row);
      return line === null ? null : line * width + (places.lineOf[row] ?? 0);
    });
    const margin = (cell: GuardedCell): Margin => marginOf(cell, this.policy);
    const table = {
      cells: names.map((_, line) => counted.slice(line * width, (line + 1) * width)),
      rows: everywhere.map(margin),
      columns: placesGuarded.map(margin),
      whole: PUBLISHED,
      closed: false,
    };
    const guarded = guardTable(table, this.policy);
    this.note(inside, counted, guarded.flat());
    return guarded;
  }

  private note(
    names: readonly string[],
    cells: readonly TableCell[],
    guarded: readonly GuardedCell[],
    closed = false,
  ): void {
    names.forEach((cell, index) => {
      const [counted, given] = [cells[index], guarded[index]];
      if (counted === undefined || given === undefined) return;
      const { stories } = counted.all;
      if (given.kind === 'new') this.ledger.push({ cell, stories, shown: given.stories });
      else if (closed && counted.before === null) this.ledger.push({ cell, stories, shown: null });
    });
  }

  private table(
    about: Partition['about'],
    lines: ReleasedTable['lines'],
    guarded: readonly (readonly GuardedCell[])[],
  ): ReleasedTable {
    return { ...about, lines, figures: guarded.map((cells) => cells.map((cell) => this.figure(cell))) };
  }

  private figure(cell: GuardedCell): Figure {
    if (cell.kind === 'held') return null;
    return { stories: cell.stories, since: cell.kind === 'new' ? this.quarter : cell.release };
  }
}

const HELD: GuardedCell = { kind: 'held' };
