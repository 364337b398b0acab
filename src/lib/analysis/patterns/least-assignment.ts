/**
 * The Hungarian method (Kuhn 1955; as shortest augmenting paths, Jonker and Volgenant 1987): pairs rows with columns so
 * that the sum of the costs is least. Every row or every column is paired, whichever are fewer. O(n³).
 *
 * @param costs finite, one array per row, all of the same length
 * @returns pairs [row, column] in order of rows
 */
export function leastAssignment(costs: readonly (readonly number[])[]): readonly (readonly [number, number])[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, j) => costs.map((row) => row[j] ?? 0));
    return leastAssignment(turned)
      .map(([column, row]) => [row, column] as const)
      .sort((p, q) => p[0] - q[0]);
  }
  const paths = new Paths(costs, columns);
  for (let row = 0; row < rows; row += 1) paths.augment(row);
  return paths.pairs();
}

/** Not yet paired. */
const NONE = -1;

class Paths {
  readonly #costs: readonly (readonly number[])[];
  readonly #rowPrice: Float64Array;
  readonly #columnPrice: Float64Array;
  readonly #rowOf: Int32Array;

  constructor(costs: readonly (readonly number[])[], columns: number) {
    this.#costs = costs;
    this.#rowPrice = new Float64Array(costs.length);
    this.#columnPrice = new Float64Array(columns);
    this.#rowOf = new Int32Array(columns).fill(NONE);
  }

  /** Pairs one more row by the cheapest path of re-pairings; prices stay such that no reduced cost is negative. */
  augment(row: number): void {
    const columns = this.#rowOf.length;
    const least = new Float64Array(columns).fill(Infinity);
    const before = new Int32Array(columns).fill(NONE);
    const seen = new Uint8Array(columns);
    let at = row;
    let last = NONE;
    let reached = 0;
    for (;;) {
      let next = NONE;
      for (let column = 0; column < columns; column += 1) {
        if (seen[column] === 1) continue;
        const reduced = reached + this.#reduced(at, column);
        if (reduced < (least[column] ?? Infinity)) {
          least[column] = reduced;
          before[column] = last;
        }
        if (next === NONE || (least[column] ?? Infinity) < (least[next] ?? Infinity)) next = column;
      }
      reached = least[next] ?? Infinity;
      seen[next] = 1;
      last = next;
      if (this.#rowOf[next] === NONE) break;
      at = this.#rowOf[next] ?? 0;
    }
    this.#reprice(row, { least, seen, reached });
    this.#turn(row, last, before);
  }

  pairs(): readonly (readonly [number, number])[] {
    return Array.from(this.#rowOf, (row, column) => [row, column] as const)
      .filter(([row]) => row !== NONE)
      .sort((p, q) => p[0] - q[0]);
  }

  #reduced(row: number, column: number): number {
    return (this.#costs[row]?.[column] ?? 0) - (this.#rowPrice[row] ?? 0) - (this.#columnPrice[column] ?? 0);
  }

  #reprice(start: number, { least, seen, reached }: { least: Float64Array; seen: Uint8Array; reached: number }): void {
    this.#rowPrice[start] = (this.#rowPrice[start] ?? 0) + reached;
    for (let column = 0; column < seen.length; column += 1) {
      const row = this.#rowOf[column] ?? NONE;
      const saved = reached - (least[column] ?? 0);
      if (seen[column] !== 1) continue;
      this.#columnPrice[column] = (this.#columnPrice[column] ?? 0) - saved;
      if (row !== NONE) this.#rowPrice[row] = (this.#rowPrice[row] ?? 0) + saved;
    }
  }

  #turn(start: number, last: number, before: Int32Array): void {
    let column = last;
    for (;;) {
      const previous = before[column] ?? NONE;
      if (previous === NONE) break;
      this.#rowOf[column] = this.#rowOf[previous] ?? NONE;
      column = previous;
    }
    this.#rowOf[column] = start;
  }
}
