/**
 * Adjusted p values (q) of Benjamini and Hochberg 1995 (JRSS B 57, 289-300): flagging q <= .05 keeps the expected share
 * of false flags among all flags at .05, under independence and the positive dependence of tests on the same stories.
 *
 * @param p in [0, 1], in any order; @returns q in the same order, in [0, 1].
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  return stepUp(p, 1);
}

/** The same under any dependence (Benjamini and Yekutieli 2001, Annals of Statistics 29, 1165-1188): q times 1 + 1/2 + ... + 1/m. */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  return stepUp(
    p,
    p.reduce((sum, _, i) => sum + 1 / (i + 1), 0),
  );
}

function stepUp(p: readonly number[], factor: number): number[] {
  const m = p.length;
  const order = Array.from(p.keys()).sort((i, j) => (p[j] ?? 0) - (p[i] ?? 0));
  const q = new Array<number>(m).fill(1);
  let least = 1;
  order.forEach((at, above) => {
    least = Math.min(least, ((p[at] ?? 1) * m * factor) / (m - above));
    q[at] = least;
  });
  return q;
}
