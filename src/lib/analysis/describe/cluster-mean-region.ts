import type { SeededRandom } from '../random/seeded-random';
import { ellipse, hotelling, type MeanRegion } from './mean-region';
import { moments2 } from './moments';

/** Fewer gatherings than this say too little about how gatherings differ. */
export const FEWEST_CLUSTERS = 10;
const RESAMPLES = 999;

export interface ClusterMeanRegion extends MeanRegion {
  readonly clusters: number;
}

/**
 * The 95 % region of the mean when stories come in gatherings: whole clusters are drawn again with replacement, the mean of
 * all their stories is taken each time, and the covariance of those means, times C/(C-1), scales the ellipse. C clusters
 * are the independent units, so Hotelling's factor is that of C (Cameron and Miller 2015, Journal of Human Resources 50).
 *
 * @param cluster the gathering of each point
 * @returns null below FEWEST_CLUSTERS: then say so and show `meanRegion`, or none
 */
export function clusterMeanRegion(
  xs: Float64Array,
  ys: Float64Array,
  cluster: ArrayLike<number>,
  random: SeededRandom,
): ClusterMeanRegion | null {
  const sums = sumsByCluster(xs, ys, cluster);
  if (sums.length < FEWEST_CLUSTERS) return null;
  const drawnX = new Float64Array(RESAMPLES);
  const drawnY = new Float64Array(RESAMPLES);
  for (let draw = 0; draw < RESAMPLES; draw += 1) {
    const whole = { n: 0, x: 0, y: 0 };
    for (let i = 0; i < sums.length; i += 1) add(whole, sums[random.below(sums.length)]);
    drawnX[draw] = whole.x / whole.n;
    drawnY[draw] = whole.y / whole.n;
  }
  const { n, mean, covariance } = moments2(xs, ys);
  const k = hotelling(sums.length);
  const ofMean = moments2(drawnX, drawnY).covariance;
  const scale = (k * sums.length) / (sums.length - 1);
  return { n, clusters: sums.length, mean, covariance, k, ...ellipse(ofMean, scale) };
}

interface Sum {
  n: number;
  x: number;
  y: number;
}

function add(whole: Sum, part: Sum | undefined): void {
  if (!part) return;
  whole.n += part.n;
  whole.x += part.x;
  whole.y += part.y;
}

function sumsByCluster(xs: Float64Array, ys: Float64Array, cluster: ArrayLike<number>): Sum[] {
  const sums = new Map<number, Sum>();
  xs.forEach((x, i) => {
    const id = cluster[i] ?? 0;
    const sum = sums.get(id) ?? { n: 0, x: 0, y: 0 };
    add(sum, { n: 1, x, y: ys[i] ?? 0 });
    sums.set(id, sum);
  });
  return [...sums.values()];
}
