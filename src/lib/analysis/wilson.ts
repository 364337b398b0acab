/** A share with its interval, all in [0, 1]. */
export interface ShareInterval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %: the 97.5 % quantile of the standard normal distribution. */
const Z_95 = 1.959963984540054;

/**
 * Wilson's score interval, without continuity correction, for `hits` of `n` (Wilson 1927, JASA 22, 209-212; advised
 * for every n by Brown, Cai and DasGupta 2001, Statistical Science 16, 101-133). Unlike share ± z·se it never leaves
 * [0, 1] and has a width at 0 and n hits. It holds as if the stories were a random draw of such stories (METHOD 3.10).
 *
 * @returns null for n = 0: no stories, no share.
 * @throws RangeError unless 0 <= hits <= n
 */
export function wilson(hits: number, n: number, z = Z_95): ShareInterval | null {
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`${hits} of ${n} is no share`);
  if (n === 0) return null;
  const share = hits / n;
  const spread = (z * z) / n;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n));
  // At 0 and n hits one end is exactly the share; rounding must not put it beyond.
  const low = hits === 0 ? 0 : Math.max(0, middle - half);
  const high = hits === n ? 1 : Math.min(1, middle + half);
  return { share, low, high };
}
