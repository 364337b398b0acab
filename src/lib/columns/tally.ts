import { COLUMN } from './column-names';
import { stoneBins, type Bins } from './bins';
import { GAP_CODES, STATE_STEPS } from './codes';
import type { Dimension } from './dimension';
import type { StateCounts, StoneTally, Tally } from './kernel';
import type { Snapshot } from './snapshot';

/** Counts as they are added up: one histogram for the whole dimension, one per stone, one per option of a multiple choice. */
export interface Sums {
  readonly whole: Uint32Array;
  readonly stones: readonly Uint32Array[];
  readonly options: Uint32Array;
}

/** Adds up rows of one dimension; its bins are made once, when it is first counted. */
export interface Counter {
  readonly dimension: Dimension;
  /** Adds the rows `rows[from..to)`. */
  count(rows: Uint32Array, from: number, to: number): Sums;
  tally(sums: Sums): Tally;
}

export function createCounter(snapshot: Snapshot, dimension: Dimension, whole: Bins): Counter {
  const stones =
    dimension.kind === 'stones' ? dimension.stones.map((stone) => stoneBins(snapshot, dimension, stone)) : [];
  const words = dimension.kind === 'multiple' ? wordColumns(snapshot, dimension) : [];
  const optionCount = dimension.kind === 'multiple' ? dimension.options.length : 0;
  return {
    dimension,
    count: (rows, from, to) => ({
      whole: histogram(whole, rows, from, to),
      stones: stones.map((bins) => histogram(bins, rows, from, to)),
      options: countBits(words, optionCount, rows, from, to),
    }),
    tally: (sums) => tallyOf(dimension, whole.size, sums),
  };
}

/** a + sign * b, part by part. */
export function combine(a: Sums, b: Sums, sign: 1 | -1): Sums {
  const add = (p: Uint32Array, q: Uint32Array): Uint32Array => p.map((value, i) => value + sign * (q[i] ?? 0));
  return {
    whole: add(a.whole, b.whole),
    stones: a.stones.map((bins, i) => add(bins, b.stones[i] ?? new Uint32Array(bins.length))),
    options: add(a.options, b.options),
  };
}

function histogram({ of, size }: Bins, rows: Uint32Array, from: number, to: number): Uint32Array {
  const counts = new Uint32Array(size + GAP_CODES);
  // Indices are within the arrays by construction; a test for undefined here would cost half the speed.
  for (let i = from; i < to; i += 1) counts[of[rows[i] as number] as number]! += 1; // oxlint-disable-line typescript/no-non-null-assertion -- see above
  return counts;
}

function countBits(
  words: readonly Uint32Array[],
  optionCount: number,
  rows: Uint32Array,
  from: number,
  to: number,
): Uint32Array {
  const counts = new Uint32Array(optionCount);
  words.forEach((word, index) => {
    for (let i = from; i < to; i += 1) {
      let bits = word[rows[i] as number] as number; // within the array by construction
      while (bits !== 0) {
        const lowest = 31 - Math.clz32(bits & -bits);
        const option = index * 32 + lowest;
        counts[option] = (counts[option] ?? 0) + 1;
        bits &= bits - 1;
      }
    }
  });
  return counts;
}

function wordColumns(snapshot: Snapshot, dimension: Extract<Dimension, { kind: 'multiple' }>): Uint32Array[] {
  return Array.from({ length: Math.max(1, Math.ceil(dimension.options.length / 32)) }, (_, word) => {
    const column = snapshot.columns.get(COLUMN.bits(dimension.id, word));
    if (column instanceof Uint32Array) return column;
    throw new Error(`the bits of ${dimension.id} should be uint32`);
  });
}

function tallyOf(dimension: Dimension, size: number, sums: Sums): Tally {
  const states = statesOf(sums.whole, size);
  const n = states.answered + states.notApplicable + states.unanswered + states.notAsked;
  return {
    n,
    counts: countsOf(dimension, size, sums),
    states,
    stones:
      dimension.kind === 'stones'
        ? sums.stones.map((bins, i) => stoneTally(dimension.stones[i] ?? '', bins, states.answered))
        : [],
  };
}

function countsOf(dimension: Dimension, size: number, sums: Sums): number[] {
  switch (dimension.kind) {
    case 'triad':
    case 'slider':
    case 'category':
    case 'months':
      return Array.from(sums.whole.subarray(0, size));
    case 'multiple':
      return Array.from(sums.options);
    case 'stones':
    case 'number':
    case 'text':
      return [];
  }
}

function statesOf(whole: Uint32Array, size: number): StateCounts {
  const gap = (name: keyof typeof STATE_STEPS): number => whole[size + STATE_STEPS[name]] ?? 0;
  return {
    answered: sum(whole, size),
    notApplicable: gap('notApplicable'),
    unanswered: gap('unanswered'),
    notAsked: gap('notAsked'),
  };
}

function stoneTally(stone: string, bins: Uint32Array, answered: number): StoneTally {
  const size = bins.length - GAP_CODES;
  const placed = sum(bins, size);
  const notInStory = bins[size + STATE_STEPS.notInStory] ?? 0;
  return {
    stone,
    placed,
    notInStory,
    untouched: answered - placed - notInStory,
    cells: Array.from(bins.subarray(0, size)),
  };
}

function sum(values: Uint32Array, size: number): number {
  let total = 0;
  for (let i = 0; i < size; i += 1) total += values[i] ?? 0;
  return total;
}
