import type { GuardedCell } from '../../analysis/disclosure/table';
import type { Figure, ReleasedTable } from '../../protocol/release';
import type { OptionPartitions, Partition } from './partition';
import type { TableLedger } from './table-ledger';

/** Tables of one release, made one after another: every figure goes through the guard and into the ledger. */
export class ReleaseTables {
  constructor(
    private readonly ledger: TableLedger,
    private readonly quarter: string,
  ) {}

  /** The places alone: decided first, for they are the margins of all tables by place. */
  places(partition: Partition): ReleasedTable {
    const figures = this.alone(partition).map((cell) => [cell]);
    return this.table(partition.about, partition.lines, figures);
  }

  lines(partition: Partition, places: Partition | null): ReleasedTable {
    const { about, lines, lineOf } = partition;
    const everywhere = this.alone(partition);
    const names = namesOf(partition);
    const inside = places === null ? [] : this.inside(names, (row) => lineOf[row] ?? null, places, names);
    const figures = everywhere.map((cell, line) => [cell, ...(inside[line] ?? [])]);
    return this.table(about, lines, figures);
  }

  /**
   * Each option with those who chose it, then those whom it does not fit or who did not answer. How many answered is never
   * given: of it and an option the few who did not choose that would be left.
   */
  options({ states, answered, options }: OptionPartitions, places: Partition | null): ReleasedTable {
    const names = namesOf(states);
    const [others = []] = this.ledger.guard({
      ...oneRow(names, (row) => states.lineOf[row] ?? null),
      fixed: (name) => (name === names[answered] ? 'withheld' : null),
    });
    const silent = names.filter((_, line) => line !== answered);
    const chosen = options.map((option) => {
      const [yes, no] = [`${states.about.id}/${option.id}/chosen`, `${states.about.id}/${option.id}/others`];
      const lineOf = (row: number): number => {
        const line = states.lineOf[row] ?? 0;
        if (line === answered) return option.chosen(row) ? 0 : 1;
        return 2 + silent.indexOf(names[line] ?? '');
      };
      const [[all = HELD] = []] = this.ledger.guard({
        ...oneRow([yes, no, ...silent], lineOf),
        fixed: (name) => (name === no ? 'withheld' : silent.includes(name) ? 'elsewhere' : null),
      });
      if (places === null) return [all];
      // Whoever knows how many chose it knows how many did not.
      const both = [yes, `${states.about.id}/${option.id}/not chosen`];
      const [inside = []] = this.inside(both, (row) => (option.chosen(row) ? 0 : 1), places, [yes, yes], both[1]);
      return [all, ...inside];
    });
    const lines = [
      ...options.map(({ id, name }) => ({ id, name })),
      ...states.lines.filter((_, line) => line !== answered),
    ];
    const rest = others.filter((_, line) => line !== answered).map((cell) => [cell]);
    return this.table(states.about, lines, [...chosen, ...rest]);
  }

  private alone(partition: Partition): GuardedCell[] {
    const named = oneRow(namesOf(partition), (row) => partition.lineOf[row] ?? null);
    return this.ledger.guard({ ...named, closed: partition.closed })[0] ?? [];
  }

  /**
   * Lines by places.
   * @param margins the cells that are the lines' sums
   * @param never the line that is never given
   */
  private inside(
    names: readonly string[],
    lineOf: (row: number) => number | null,
    places: Partition,
    margins: readonly string[],
    never?: string,
  ): GuardedCell[][] {
    const width = places.lines.length;
    return this.ledger.guard({
      names: names.map((name) => places.lines.map(({ id }) => `${name} in ${id}`)),
      at: (row) => {
        const line = lineOf(row);
        return line === null ? null : line * width + (places.lineOf[row] ?? 0);
      },
      rowMargins: margins,
      columnMargins: namesOf(places),
      fixed: (name) => (never !== undefined && name.startsWith(`${never} in `) ? 'withheld' : null),
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

function namesOf({ about, lines }: Partition): string[] {
  return lines.map(({ id }) => `${about.id}/${id}`);
}

/** All stories in one row, whose margin is the whole. */
function oneRow(names: readonly string[], at: (row: number) => number | null) {
  return { names: [names], at, rowMargins: [null], columnMargins: names.map(() => null) };
}
