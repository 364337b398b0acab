/**
 * A seeded source of numbers. Same seed, same numbers, on any machine (invariant 10): only 32-bit integer arithmetic
 * and one division by a power of two.
 */
export interface SeededRandom {
  /** In [0, 1), 32 bits of it. */
  next(): number;
  /** A whole number in [0, limit), without bias. `limit` is a whole number from 1 to 2^32. */
  below(limit: number): number;
  /** Normal, mean 0, standard deviation 1 (Box and Muller). */
  normal(): number;
  /** A source of its own, whose numbers do not depend on how many were drawn here. */
  fork(name: string): SeededRandom;
}

/**
 * sfc32 (Chris Doty-Humphrey, PractRand: period about 2^127 on average), its state filled by the FNV-1a hash of the seed.
 *
 * @param seed any text; name what the numbers are for ("shifts/7"), so that two computations never share a stream.
 */
export function seededRandom(seed: string): SeededRandom {
  let a = fnv1a(seed, 0);
  let b = fnv1a(seed, 1);
  let c = fnv1a(seed, 2);
  let counter = 1;
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i += 1) bits();
  const next = (): number => bits() / 2 ** 32;
  return {
    next,
    below(limit) {
      // Values above the last whole multiple of `limit` would favour small results: drawn again.
      const fair = 2 ** 32 - (2 ** 32 % limit);
      let drawn = bits();
      while (drawn >= fair) drawn = bits();
      return drawn % limit;
    },
    // 1 - next() is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (name) => seededRandom(`${seed}/${name}`),
  };
}

function fnv1a(text: string, salt: number): number {
  let value = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
