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

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by the FNV-1a hash of a text. */
export function seededRandom(seed: string): Random {
  let [a, b, c, d] = [hash(seed, 0), hash(seed, 1), hash(seed, 2), 1];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i += 1) next();
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
    // Box and Muller; 1 - next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (values) =>
      weighted(
        values,
        values.map(() => 1),
      ),
    weighted,
    bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(next() * 256)),
  };
}

function hash(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
