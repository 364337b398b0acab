import type { Population } from './population';

/**
 * Somebody who writes each answer as an equation about the cells of the cross-classification and looks whether the
 * number of a group follows: whether its indicator is a combination of those of the groups told. No number is used:
 * what follows, follows exactly.
 */
export class LinearAttacker {
  private readonly basis: { readonly lead: number; readonly row: Float64Array }[] = [];

  told(cells: Uint8Array): void {
    const row = this.reduced(cells);
    const lead = row.findIndex((value) => Math.abs(value) > TINY);
    if (lead < 0) return;
    const by = row[lead] ?? 1;
    this.basis.push({ lead, row: row.map((value) => value / by) });
  }

  knows(cells: Uint8Array): boolean {
    return this.reduced(cells).every((value) => Math.abs(value) <= TINY);
  }

  private reduced(cells: Uint8Array): Float64Array {
    const row = Float64Array.from(cells);
    for (const known of this.basis) {
      const factor = row[known.lead] ?? 0;
      if (factor !== 0) for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) - factor * (known.row[i] ?? 0);
    }
    return row;
  }
}

const TINY = 1e-6;

/** A filter as the cells of the cross-classification it holds. */
export function cellsWhere(sizes: readonly number[], holds: (values: readonly number[]) => boolean): Uint8Array {
  const count = sizes.reduce((product, size) => product * size, 1);
  return Uint8Array.from({ length: count }, (_, cell) => (holds(valuesOf(sizes, cell)) ? 1 : 0));
}

export function valuesOf(sizes: readonly number[], cell: number): number[] {
  let rest = cell;
  return sizes.map((size) => {
    const value = rest % size;
    rest = Math.floor(rest / size);
    return value;
  });
}

/** The cell of every story. */
export function cellOfRows({ rows, sizes, values }: Population): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => {
    let cell = 0;
    let step = 1;
    sizes.forEach((size, attribute) => {
      cell += step * (values[attribute]?.[row] ?? 0);
      step *= size;
    });
    return cell;
  });
}
