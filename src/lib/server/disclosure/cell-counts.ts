import type { Group } from '../../analysis/disclosure/group';
import type { TableCell } from '../../analysis/disclosure/table';
import type { Counted } from './counted';

/** The cells of a table by their names in the ledger. @param at the cell of a row; null = in none */
export function countCells(
  counted: Counted,
  names: readonly string[],
  at: (row: number) => number | null,
): TableCell[] {
  const before = names.map((name) => counted.before(name));
  const all = names.map(() => growing());
  const fresh = names.map(() => growing());
  const grown = names.map(() => growing());
  const still = names.map(() => 0);
  for (const row of counted.rows) {
    const cell = at(row);
    if (cell === null) continue;
    const cluster = counted.cluster[row] ?? 0;
    all[cell]?.add(cluster);
    if (counted.last !== null && !counted.wasIn(row, counted.last)) grown[cell]?.add(cluster);
    const last = before[cell];
    if (last !== undefined && counted.wasIn(row, last.quarter)) still[cell] = (still[cell] ?? 0) + 1;
    else fresh[cell]?.add(cluster);
  }
  return names.map((_, cell): TableCell => {
    const [whole, since, last] = [all[cell] ?? growing(), fresh[cell] ?? growing(), before[cell]];
    const growth = counted.last === null ? null : (grown[cell]?.group() ?? null);
    if (last === undefined) return { all: whole.group(), fresh: whole.group(), before: null, grown: growth };
    const { quarter: release, stories, shown } = last;
    const intact = still[cell] === stories;
    return { all: whole.group(), fresh: since.group(), before: { release, stories, shown, intact }, grown: growth };
  });
}

function growing(): { add(cluster: number): void; group(): Group } {
  const clusters = new Map<number, number>();
  let stories = 0;
  return {
    add(cluster) {
      stories += 1;
      clusters.set(cluster, (clusters.get(cluster) ?? 0) + 1);
    },
    group: () => ({ stories, clusters }),
  };
}
