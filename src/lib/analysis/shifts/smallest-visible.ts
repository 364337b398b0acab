import { normalQuantile } from '../numeric/normal';
import { moveOf } from './move';
import type { Part } from './parts';
import type { Exchanges } from './exchanges';
import { EFFECT_FLOOR } from './strength';
import type { TopicEnergy } from './effect';
import type { Facet } from './topic';
import { columnsOf, covarianceOf, momentsOf, type Spread } from './spread';

/** Four times in five a shift of the size given would have been flagged. */
const POWER = 0.8;

/**
 * The smallest shift that a quiet place would have shown: the share d of its stories that, had they moved to one part of
 * the signifier from anywhere else on it, would have been flagged with probability 0.8. It is taken for the part where a
 * shift is hardest to see, and is what that part's share would have grown by: "58 in 100 against 36" is a shift of .22.
 *
 * Derivation. The summed features S of the n stories (of N) are about normal with the covariance C they have under the
 * exchanges; a moved share d adds d·v, v = n (1 - n/N) (mean features of the part - of the others). The statistic
 * is |S|² (columns scaled by sqrt(2N/(n(N-n)))), whose first three cumulants are tr C + |dv|², 2 tr C² + 4 d²v'Cv and
 * 8 tr C³ + 24 d²v'C²v (Imhof 1961, Biometrika 48, 419-426); its quantiles follow from a shifted gamma with these. d is
 * where its 20 % quantile reaches what a flag needs: the 1 - alpha quantile at d = 0, and the effect floor. Checked
 * against simulated shifts in tests/calibration/scenarios/smallest-visible.ts.
 *
 * @param alpha the p value that a flag would have needed
 * @returns d in (0, 1]; null where even moving there whatever is elsewhere might not have been seen.
 */
export function smallestVisible(
  plan: Exchanges,
  facets: readonly Facet[],
  parts: readonly Part[],
  energy: TopicEnergy,
  alpha: number,
): number | null {
  const scales = energy.facets.map(({ n, m }) => (n > 0 && m > 0 ? (2 * (n + m)) / (n * m) : 0));
  const columns = columnsOf(parts);
  const scaled = columns.map(({ part }) => Math.sqrt(scales[part] ?? 0));
  const spread = covarianceOf(plan, parts, columns, scaled);
  const moves = facets.map(moveOf);
  const move = columns.map(({ part, column }, i) => {
    const { n = 0, m = 1 } = energy.facets[part] ?? {};
    return (scaled[i] ?? 0) * ((n * m) / (n + m)) * (moves[part]?.features[column - 1] ?? 0);
  });
  const first = energy.facets[0];
  const perEffect = first && first.n > 0 ? (first.n * first.m) / (first.n + first.m) : 0;
  const apart = energy.facets.reduce((sum, facet) => sum + facet.apart, 0);
  const floor = momentsOf(spread, move, 0).mean + EFFECT_FLOOR * apart * perEffect;
  const needed = Math.max(quantileOf(spread, move, 0, 1 - alpha), floor);
  const seen = (share: number): boolean => quantileOf(spread, move, share, 1 - POWER) >= needed;
  const room = Math.min(...moves.map((each) => each.room));
  if (!(room > 0) || !seen(room)) return null;
  let [low, high] = [0, room];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (seen(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Quantile of the statistic when a share has moved; the gamma's by Wilson and Hilferty 1931 (PNAS 17, 684-688). */
function quantileOf(spread: Spread, move: readonly number[], share: number, probability: number): number {
  const { mean, variance, third } = momentsOf(spread, move, share);
  if (!(variance > 0)) return mean;
  const skewness = third / variance ** 1.5;
  const freedom = Math.max(1e-6, 8 / skewness ** 2);
  const cube = 1 - 2 / (9 * freedom) + normalQuantile(probability) * Math.sqrt(2 / (9 * freedom));
  const chiSquare = freedom * Math.max(0, cube) ** 3;
  return mean + (Math.sqrt(variance) * (chiSquare - freedom)) / Math.sqrt(2 * freedom);
}
