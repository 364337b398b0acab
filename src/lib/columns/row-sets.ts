import type { Clause } from './clause';
import type { RowCondition } from './row-condition';

/**
 * Which rows fail which sources, kept between moves.
 *
 *   rows:  [ pass everything ............ | ............ fail something ]
 *                                      passing()
 */
export interface RowSets {
  readonly all: Uint32Array;
  readonly rows: Uint32Array;
  readonly fail: Uint32Array;
  readonly passing: () => number;
  /** Rows that fail this source and no other: what its own views count besides. */
  readonly onlyFailing: (source: string) => Uint32Array;
  readonly bitOf: (source: string) => number;
  readonly update: (
    bySource: ReadonlyMap<string, readonly Clause[]>,
    compile: (clauses: readonly Clause[]) => RowCondition[],
  ) => void;
}

interface Held {
  readonly bit: number;
  readonly key: string;
}

export function createRowSets(count: number): RowSets {
  const all = Uint32Array.from({ length: count }, (_, row) => row);
  const rows = all.slice();
  const fail = new Uint32Array(count);
  const held = new Map<string, Held>();
  /** Rows that fail exactly one source. */
  const singles = new Uint32Array(count);
  let singleCount = 0;
  let passing = count;

  /** Bits of sources that went are cleared and can be given out again. */
  function release(bySource: ReadonlyMap<string, unknown>): void {
    let gone = 0;
    for (const [source, { bit }] of held) {
      if (bySource.has(source)) continue;
      gone |= bit;
      held.delete(source);
    }
    if (gone === 0) return;
    for (let row = 0; row < count; row += 1) fail[row] = (fail[row] ?? 0) & ~gone;
  }

  function freeBit(): number {
    let used = 0;
    for (const { bit } of held.values()) used |= bit;
    return (~used & -~used) >>> 0;
  }

  function mark(bit: number, conditions: readonly RowCondition[]): void {
    if (conditions.length === 0) return;
    for (let row = 0; row < count; row += 1) fail[row] = (fail[row] as number) & ~bit; // within the array
    for (const { column, table, exact } of conditions) {
      for (let row = 0; row < count; row += 1) {
        const passes = table[column[row] as number]; // within the array
        if (passes === 1 || (passes === 2 && exact?.(row) === true)) continue;
        fail[row] = (fail[row] as number) | bit; // within the array
      }
    }
  }

  function part(): void {
    let front = 0;
    let back = count;
    singleCount = 0;
    for (let row = 0; row < count; row += 1) {
      const mask = fail[row] as number; // within the array
      if (mask === 0) {
        rows[front] = row;
        front += 1;
        continue;
      }
      back -= 1;
      rows[back] = row;
      if ((mask & (mask - 1)) !== 0) continue;
      singles[singleCount] = row;
      singleCount += 1;
    }
    passing = front;
  }

  function failingOnly(bit: number): Uint32Array {
    const found = new Uint32Array(bit === 0 ? 0 : singleCount);
    let length = 0;
    for (let i = 0; i < found.length; i += 1) {
      const row = singles[i] as number; // within the array
      if (fail[row] !== bit) continue;
      found[length] = row;
      length += 1;
    }
    return found.subarray(0, length);
  }

  const bitOf = (source: string): number => held.get(source)?.bit ?? 0;

  return {
    all,
    rows,
    fail,
    passing: () => passing,
    bitOf,
    onlyFailing: (source) => failingOnly(bitOf(source)),
    update: (bySource, compile) => {
      release(bySource);
      for (const [source, clauses] of bySource) {
        const key = JSON.stringify(clauses);
        const known = held.get(source);
        if (known?.key === key) continue;
        const bit = known?.bit ?? freeBit();
        mark(bit, compile(clauses));
        held.set(source, { bit, key });
      }
      part();
    },
  };
}
