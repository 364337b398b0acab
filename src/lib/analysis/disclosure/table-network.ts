import { addEdge, circulationOf, WITHOUT_END, type Circulation } from './circulation';

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export const ANY: Bounds = { low: 0, high: WITHOUT_END };

/** What a reader knows of a table: which of its cells have no figure, and between what each number must lie. */
export interface KnownTable {
  /** The true counts: one table that fits. */
  readonly counts: readonly (readonly number[])[];
  readonly cell: (row: number, column: number) => Bounds;
  readonly held: (row: number, column: number) => boolean;
  readonly row: (row: number) => Bounds;
  readonly column: (column: number) => Bounds;
  readonly whole: Bounds;
}

/** The tables that are possible, and the edges on which each number runs. */
export interface TableNetwork {
  readonly circulation: Circulation;
  cell(row: number, column: number): number;
  /** The sum of the held cells of a row or column. */
  heldOfRow(row: number): number;
  heldOfColumn(column: number): number;
}

/**
 * All tables that fit what is known, as whole-number flows within bounds:
 *
 *     whole ─▶ row ─▶ column ─▶ whole        cells with a figure
 *               └▶ held of row ─▶ held of column ─┘   the others
 */
export function tableNetwork(known: KnownTable): TableNetwork {
  const { counts, held } = known;
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  const node = {
    row: (i: number): number => 2 + i,
    column: (j: number): number => 2 + rows + j,
    heldOfRow: (i: number): number => 2 + rows + columns + i,
    heldOfColumn: (j: number): number => 2 + 2 * rows + columns + j,
  };
  const circulation = circulationOf(2 + 2 * (rows + columns));
  const edge = (ends: readonly [number, number], flow: number, bounds: Bounds): number =>
    addEdge(circulation, ends, flow, bounds);
  const cells: number[][] = [];
  const heldOfRow: number[] = [];
  const heldOfColumn: number[] = [];
  counts.forEach((line, i) => {
    edge([WHOLE, node.row(i)], total(line), known.row(i));
    cells.push(
      line.map((count, j) =>
        held(i, j)
          ? edge([node.heldOfRow(i), node.heldOfColumn(j)], count, known.cell(i, j))
          : edge([node.row(i), node.column(j)], count, known.cell(i, j)),
      ),
    );
    heldOfRow.push(edge([node.row(i), node.heldOfRow(i)], total(line.filter((_, j) => held(i, j))), ANY));
  });
  for (let j = 0; j < columns; j += 1) {
    const line = counts.map((row) => row[j] ?? 0);
    heldOfColumn.push(edge([node.heldOfColumn(j), node.column(j)], total(line.filter((_, i) => held(i, j))), ANY));
    edge([node.column(j), SUM], total(line), known.column(j));
  }
  edge([SUM, WHOLE], total(counts.flat()), known.whole);
  return {
    circulation,
    cell: (i, j) => cells[i]?.[j] ?? 0,
    heldOfRow: (i) => heldOfRow[i] ?? 0,
    heldOfColumn: (j) => heldOfColumn[j] ?? 0,
  };
}

const WHOLE = 0;
const SUM = 1;

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
