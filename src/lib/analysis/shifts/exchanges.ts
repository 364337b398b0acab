/** A story that no permutation moves and that counts to the drawn side, or to the other, or to neither. */
export const FIXED = { drawn: -1, other: -2, outside: -3 } as const;

/** Units of which each permutation draws `take` at random; in the stories as told, the first `take` are drawn. */
export interface Pool {
  readonly start: number;
  readonly units: number;
  readonly take: number;
}

/** What may change places with what under the hypothesis that a group does not differ from the rest. */
export interface Exchanges {
  readonly pools: readonly Pool[];
  readonly units: number;
}

/** The same with the stories of each unit. */
export interface ExchangePlan extends Exchanges {
  /** Per story its unit, or one of FIXED. */
  readonly unitOf: Int32Array;
  /** The stories that may count to the drawn side: those of the units, and those FIXED.drawn. */
  readonly counting: Uint32Array;
}

/** The stories that `unitOf` may count to the drawn side. */
export function countingStories(unitOf: Int32Array): Uint32Array {
  let count = 0;
  for (const unit of unitOf) if (unit >= FIXED.drawn) count += 1;
  const stories = new Uint32Array(count);
  let next = 0;
  for (let i = 0; i < unitOf.length; i += 1) {
    if ((unitOf[i] ?? FIXED.outside) < FIXED.drawn) continue;
    stories[next] = i;
    next += 1;
  }
  return stories;
}
