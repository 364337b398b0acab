/** Stories of one gathering are taken to agree at least this much, also where chance made them differ (METHOD 2c). */
export const LEAST_ICC = 0.05;

export interface DesignEffect {
  readonly clusters: number;
  /** Correlation of two stories of one gathering by analysis of variance; may be negative; NaN with one cluster or no pair. */
  readonly icc: number;
  /** n / deff stories drawn one by one would tell as much. At least 1. */
  readonly deff: number;
}

/**
 * deff = 1 + (Σm²/Σm - 1) · max(ICC, LEAST_ICC) with m stories per cluster: Kish 1965 with the size that a random story's
 * cluster has, because with the mean size intervals covered only .79 to .88 beside one dominant session.
 * ICC of a yes-or-no answer by one-way analysis of variance (Ridout, Demetrio and Firth 1999, Biometrics 55, 137-148).
 *
 * @param hit 1 or 0 per story
 * @param cluster the gathering of each story
 */
export function designEffect(hit: ArrayLike<number>, cluster: ArrayLike<number>): DesignEffect {
  const gathered = new Map<number, { m: number; hits: number }>();
  for (let i = 0; i < hit.length; i += 1) {
    const id = cluster[i] ?? 0;
    const own = gathered.get(id) ?? { m: 0, hits: 0 };
    own.m += 1;
    own.hits += hit[i] ?? 0;
    gathered.set(id, own);
  }
  const clusters = [...gathered.values()];
  const n = hit.length;
  if (n === 0) return { clusters: 0, icc: Number.NaN, deff: 1 };
  const squares = clusters.reduce((sum, { m }) => sum + m * m, 0);
  const icc = intraclass(clusters, n, squares);
  const agreed = Number.isNaN(icc) ? LEAST_ICC : Math.max(icc, LEAST_ICC);
  return { clusters: clusters.length, icc, deff: 1 + (squares / n - 1) * agreed };
}

function intraclass(clusters: readonly { m: number; hits: number }[], n: number, squares: number): number {
  const share = clusters.reduce((sum, { hits }) => sum + hits, 0) / n;
  const between = clusters.reduce((sum, { m, hits }) => sum + m * (hits / m - share) ** 2, 0) / (clusters.length - 1);
  const within = clusters.reduce((sum, { m, hits }) => sum + hits * (1 - hits / m), 0) / (n - clusters.length);
  const size = (n - squares / n) / (clusters.length - 1);
  return (between - within) / (between + (size - 1) * within);
}
