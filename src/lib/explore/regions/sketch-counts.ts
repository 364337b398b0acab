import type { Clause } from '../../columns/clause';
import type { Kernel, Tally } from '../../columns/kernel';

/** What a sketch holds, counted as the wall counts it. */
export interface SketchCounts {
  /** Stories of the view, and those of them inside the sketch; the same where nothing is drawn. */
  readonly all: Tally;
  readonly inside: Tally;
  /** Per row a bit for every filter it fails, and the bit of the sketch. */
  readonly fail: Uint32Array;
  readonly own: number;
}

/** Counts one question over the view's stories and over those inside a sketch; null = nothing is drawn. */
export function sketchCounts(
  kernel: Kernel,
  dimension: string,
  within: readonly Clause[],
  sketch: Clause | null,
): SketchCounts {
  const passing = (fail: Uint32Array): Tally =>
    kernel.count(
      dimension,
      Uint8Array.from(fail, (word) => (word === 0 ? 1 : 0)),
    );
  const all = passing(kernel.select(within, []).fail);
  if (sketch === null) return { all, inside: all, fail: kernel.select(within, []).fail.slice(), own: 0 };
  const { fail, bitOf } = kernel.select([...within, sketch], []);
  return { all, inside: passing(fail), fail: fail.slice(), own: bitOf(sketch.source) };
}
