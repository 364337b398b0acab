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
   * Each option with those who chose it, then those whom it does not fit or who did not answer. How many answered is never
   * given: of it and an option the few who did not choose that would be left.
   */
  options({ states, answered, options }: OptionPartitions, places: Places | null): ReleasedTable {
    const { id } = states.about;
    const silent = states.lines.filter((_, line) => line !== answered);
    const stateNames = states.lines.map((line) => `${id}/${line.id}`);
    const counted = countCells(this.counted, stateNames, (row) => states.lineOf[row] ?? null);
    const stateCells = counted.map((cell, line) => (line === answered ? { ...cell, decided: null } : cell));
    const [others = []] = guardTable(oneWay(stateCells, PUBLISHED), this.policy);
    this.note(stateNames, stateCells, others);
    const silentCells = stateCells.flatMap((cell, line) => {
      const given = others[line];
      return line === answered ? [] : [{ ...cell, decided: given?.kind === 'new' ? given.stories : null }];
    });
    const chosen = options.map((option) => {
      const name = `${id}/${option.id}`;
      const halves = [`${name}/chosen`, `${name}/others`];
      const [yes, no] = countCells(this.counted, halves, (row) =>
        states.lineOf[row] === answered ? (option.chosen(row) ? 0 : 1) : null,
      );
      if (yes === undefined || no === undefined) throw new Error('an option has two halves');
      const cells = [yes, { ...no, decided: null }, ...silentCells];
      const [[all = HELD] = []] = guardTable(oneWay(cells, PUBLISHED), this.policy);
      this.note(halves, [yes], [all]);
      if (places === null) return [all];
      // Whoever knows how many chose it knows how many did not.
      const both = [`${name}/chosen`, `${name}/not chosen`];
      const [inside = []] = this.inside(both, (row) => (option.chosen(row) ? 0 : 1), [all, all], places, 1);
      return [all, ...inside];
    });
    const lines = [...options.map((option) => ({ id: option.id, name: option.name })), ...silent];
    const rest = others.filter((_, line) => line !== answered).map((cell) => [cell]);
    return this.table(states.about, lines, [...chosen, ...rest]);
  }

  private alone({ about, lines, lineOf, closed }: Partition): GuardedCell[] {
    const names = lines.map(({ id }) => `${about.id}/${id}`);
    const cells = countCells(this.counted, names, (row) => lineOf[row] ?? null);
    const [guarded = []] = guardTable(oneWay(cells, PUBLISHED, closed), this.policy);
    this.note(names, cells, guarded, closed);
    return guarded;
  }

  /**
   * Lines by places.
   * @param names of the lines
   * @param everywhere the lines' own figures: the rows' margins
   * @param never the line that is never given
   */
  private inside(
    names: readonly string[],
    lineOf: (row: number) => number | null,
    everywhere: readonly GuardedCell[],
    { partition: places, guarded: placesGuarded }: Places,
    never?: number,
  ): GuardedCell[][] {
    const width = places.lines.length;
    const inside = names.flatMap((name) => places.lines.map(({ id }) => `${name} in ${id}`));
    const counted = countCells(this.counted, inside, (row) => {
      const line = lineOf(row);
      return line === null ? null : line * width + (places.lineOf[row] ?? 0);
    });
    const margin = (cell: GuardedCell): Margin => marginOf(cell, this.policy);
    const table = {
      cells: names.map((_, line) => {
        const cells = counted.slice(line * width, (line + 1) * width);
        return line === never ? cells.map((cell) => ({ ...cell, decided: null })) : cells;
      }),
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
