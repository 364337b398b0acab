import type { Block } from '../representation/block';
import { pointsOf } from './answers';
import { isSmall, partsAt, ROUNDING } from './parts';

export interface BoundaryShare {
  readonly n: number;
  /** Share of answers with a part below SMALL_PART, in [0, 1]; NaN when nobody answered. */
  readonly anyPartSmall: number;
  /** Share of answers with a part that is exactly zero, in [0, 1]; NaN when nobody answered. */
  readonly anyPartZero: number;
}

/** How many of a triad's answers stand on its rim: on real input more than half, which is why log-ratios are not the method. */
export function boundaryShare(block: Block, rows?: Uint32Array): BoundaryShare {
  const { xs, ys, n } = pointsOf(block, rows);
  let small = 0;
  let zero = 0;
  xs.forEach((x, i) => {
    const parts = partsAt(x, ys[i] ?? 0);
    if (parts.some(isSmall)) small += 1;
    if (parts.some((part) => part < ROUNDING)) zero += 1;
  });
  return { n, anyPartSmall: small / n, anyPartZero: zero / n };
}
