import { twoSidedP } from '../numeric/normal';

/** How the odds of a yes change from month to month. */
export interface LogisticTrend {
  readonly n: number;
  readonly intercept: number;
  /** Change of the log-odds per month. */
  readonly beta: number;
  /** Standard error of beta if stories were independent (Wald). */
  readonly se: number;
  readonly p: number;
  readonly clusters: number;
  /** Standard error of beta with stories of one gathering dependent: the one to print. NaN with one cluster. */
  readonly clusterSe: number;
  readonly clusterP: number;
}

const MOST_STEPS = 50;
/** Log-odds that no data of stories can support: the fit is running away. */
const FARTHEST = 30;

/**
 * Logistic regression of a yes-or-no answer on the month, by Newton's steps (maximum likelihood). The clustered standard
 * error is the sandwich estimator over gatherings with the factor C/(C-1) (Liang and Zeger 1986; Cameron and Miller 2015).
 *
 * @param hit 1 or 0 per story
 * @param month per story, any origin
 * @returns null when there is nothing to fit: one month only, one answer only, or months that separate the answers
 */
export function logisticTrend(
  hit: ArrayLike<number>,
  month: ArrayLike<number>,
  cluster: ArrayLike<number>,
): LogisticTrend | null {
  const fit = newton(hit, month);
  if (!fit) return null;
  const { intercept, beta, variance } = fit;
  const se = Math.sqrt(variance.bb);
  const { clusters, clusterVariance } = sandwich(hit, month, cluster, fit);
  const clusterSe = Math.sqrt(clusterVariance);
  const p = twoSidedP(beta / se);
  return {
    n: hit.length,
    intercept,
    beta,
    se,
    p,
    clusters,
    clusterSe,
    clusterP: clusters < 2 ? Number.NaN : twoSidedP(beta / clusterSe),
  };
}

/** Inverse of the information about intercept (a) and slope (b). */
interface Variance {
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
}

interface Fit {
  readonly intercept: number;
  readonly beta: number;
  readonly variance: Variance;
}

function newton(hit: ArrayLike<number>, month: ArrayLike<number>): Fit | null {
  let intercept = 0;
  let beta = 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const score = { a: 0, b: 0 };
    const information = { aa: 0, ab: 0, bb: 0 };
    for (let i = 0; i < hit.length; i += 1) {
      const x = month[i] ?? 0;
      const chance = logistic(intercept + beta * x);
      const weight = chance * (1 - chance);
      score.a += (hit[i] ?? 0) - chance;
      score.b += ((hit[i] ?? 0) - chance) * x;
      information.aa += weight;
      information.ab += weight * x;
      information.bb += weight * x * x;
    }
    const variance = inverse(information);
    if (!variance) return null;
    const da = variance.aa * score.a + variance.ab * score.b;
    const db = variance.ab * score.a + variance.bb * score.b;
    intercept += da;
    beta += db;
    if (!(Math.abs(intercept) < FARTHEST * 10) || !(Math.abs(beta) < FARTHEST)) return null;
    if (Math.abs(da) + Math.abs(db) < 1e-12 * (1 + Math.abs(intercept) + Math.abs(beta))) {
      return { intercept, beta, variance };
    }
  }
  return null;
}

function inverse({ aa, ab, bb }: Variance): Variance | null {
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 1e-12 * aa * bb) || aa < 1e-9) return null;
  return { aa: bb / determinant, ab: -ab / determinant, bb: aa / determinant };
}

function sandwich(
  hit: ArrayLike<number>,
  month: ArrayLike<number>,
  cluster: ArrayLike<number>,
  { intercept, beta, variance }: Fit,
): { clusters: number; clusterVariance: number } {
  const scores = new Map<number, { a: number; b: number }>();
  for (let i = 0; i < hit.length; i += 1) {
    const x = month[i] ?? 0;
    const off = (hit[i] ?? 0) - logistic(intercept + beta * x);
    const score = scores.get(cluster[i] ?? 0) ?? { a: 0, b: 0 };
    score.a += off;
    score.b += off * x;
    scores.set(cluster[i] ?? 0, score);
  }
  const clusters = scores.size;
  let sum = 0;
  for (const { a, b } of scores.values()) sum += (variance.ab * a + variance.bb * b) ** 2;
  return { clusters, clusterVariance: clusters < 2 ? Number.NaN : (sum * clusters) / (clusters - 1) };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
