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

  function mark(bit: number, tests: readonly RowCondition[]): void {
    const [first, ...others] = tests;
    if (first === undefined) return;
    for (let row = 0; row < count; row += 1) {
      const mask = fail[row] ?? 0;
      fail[row] = first(row) ? mask & ~bit : mask | bit;
    }
    for (const test of others) {
      for (let row = 0; row < count; row += 1) if (!test(row)) fail[row] = (fail[row] ?? 0) | bit;
    }
  }

  function part(): void {
    let front = 0;
    let back = count;
    for (let row = 0; row < count; row += 1) {
      if (fail[row] === 0) {
        rows[front] = row;
        front += 1;
      } else {
        back -= 1;
        rows[back] = row;
      }
    }
    passing = front;
  }

  const bitOf = (source: string): number => held.get(source)?.bit ?? 0;

  return {
    all,
    rows,
    fail,
    passing: () => passing,
    bitOf,
    onlyFailing: (source) => {
      const bit = bitOf(source);
      return bit === 0 ? new Uint32Array(0) : rows.subarray(passing).filter((row) => fail[row] === bit);
    },
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
