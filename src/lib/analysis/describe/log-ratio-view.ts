import type { Block } from '../representation/block';
import { pointsOf } from './answers';
import { boundaryShare } from './boundary-share';
import { DELTA, geometricCentre, ilr, replaceSmall } from './log-ratio';
import { meanRegion, type MeanRegion } from './mean-region';
import { moments2 } from './moments';
import { partsAt, type Parts } from './parts';

/** Above this share of answers with a small part the constant, not the answers, decides where the centre lies. */
export const MOST_ON_BOUNDARY = 0.2;
/** Below this many stories no centre is shown (METHOD 2d). */
export const FEWEST_FOR_CENTRE = 30;

/** What other tools call the centre of a triad, in log-ratios. */
export interface LogRatioCentre {
  readonly n: number;
  /** Closed geometric mean with small parts at DELTA. */
  readonly centre: Parts;
  /** The same with another constant: how far the answer depends on a choice nobody can justify. */
  readonly centreAtLowDelta: Parts;
  readonly centreAtHighDelta: Parts;
  /** In ilr coordinates. */
  readonly region: MeanRegion | null;
  /** var(ln(xi/xj)), divisor n - 1. */
  readonly variation: readonly (readonly [number, number, number])[];
  /** Trace of the ilr covariance. */
  readonly totalVariance: number;
}

/** Constants beside DELTA at which the centre is shown too. */
export const LOW_DELTA = 0.001;
export const HIGH_DELTA = 0.02;

/**
 * A compatibility view for readers of SenseMaker reports, never the method (METHOD 2a). Hidden, with the reason, when too many answers
 * stand on the rim (on real input normally so) or too few stories are there.
 */
export type LogRatioView =
  | { readonly kind: 'too-few'; readonly n: number }
  | { readonly kind: 'on-boundary'; readonly n: number; readonly share: number }
  | { readonly kind: 'shown'; readonly share: number; readonly figures: LogRatioCentre };

export function logRatioView(block: Block, rows?: Uint32Array): LogRatioView {
  const { n, anyPartSmall: share } = boundaryShare(block, rows);
  if (n < FEWEST_FOR_CENTRE) return { kind: 'too-few', n };
  if (share > MOST_ON_BOUNDARY) return { kind: 'on-boundary', n, share };
  return { kind: 'shown', share, figures: logRatioCentre(block, rows) };
}

/** The figures themselves, without the rules of showing. */
export function logRatioCentre(block: Block, rows?: Uint32Array): LogRatioCentre {
  const { xs, ys, n } = pointsOf(block, rows);
  const parts = Array.from(xs, (x, i) => partsAt(x, ys[i] ?? 0));
  const at = (delta: number): Parts[] => parts.map((one) => replaceSmall(one, delta));
  const replaced = at(DELTA);
  const [z1, z2] = [replaced.map((one) => ilr(one)[0]), replaced.map((one) => ilr(one)[1])];
  const { covariance } = moments2(z1, z2);
  return {
    n,
    centre: geometricCentre(replaced),
    centreAtLowDelta: geometricCentre(at(LOW_DELTA)),
    centreAtHighDelta: geometricCentre(at(HIGH_DELTA)),
    region: meanRegion(z1, z2),
    variation: ([0, 1, 2] as const).map((i) => {
      const row = ([0, 1, 2] as const).map((j) => variance(replaced.map((one) => Math.log(one[i] / one[j]))));
      return [row[0] ?? Number.NaN, row[1] ?? Number.NaN, row[2] ?? Number.NaN] as const;
    }),
    totalVariance: covariance.xx + covariance.yy,
  };
}

function variance(values: readonly number[]): number {
  return moments2(values, values).covariance.xx;
}
