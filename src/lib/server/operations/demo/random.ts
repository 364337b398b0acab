import { seededRandom as seeded } from '../../../analysis/random/seeded-random';

/** Seeded randomness: the same seed draws the same numbers on any machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** Normal, mean 0, standard deviation 1. */
  normal(): number;
  pick<T>(values: readonly T[]): T;
  weighted<T>(values: readonly T[], weights: readonly number[]): T;
  bytes(count: number): Uint8Array;
}

/** What stories are drawn with, over the seeded source of the analysis. */
export function seededRandom(seed: string): Random {
  const source = seeded(seed);
  const next = (): number => source.next();
  const weighted = <T>(values: readonly T[], weights: readonly number[]): T => {
    let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = values.find((_, i) => (rest -= weights[i] ?? 0) < 0) ?? values[values.length - 1];
    if (found === undefined) throw new RangeError('nothing to choose from');
    return found;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    normal: () => source.normal(),
    pick: (values) =>
      weighted(
        values,
        values.map(() => 1),
      ),
    weighted,
    bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)),
  };
}
