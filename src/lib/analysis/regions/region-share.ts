import { wilson, type ShareInterval } from '../wilson';
import { designEffect } from './design-effect';

/** A share of stories in a region, its interval widened by how much stories of one gathering agree. */
export interface RegionShare {
  readonly hits: number;
  readonly n: number;
  readonly clusters: number;
  /** Design effect, at least 1; the interval is that of n / deff stories. */
  readonly deff: number;
  /** Wilson 95 % at the effective n; null when nobody answered. */
  readonly interval: ShareInterval | null;
}

/**
 * @param inside 1 or 0 per answered story
 * @param cluster the gathering of each of them
 */
export function regionShare(inside: ArrayLike<number>, cluster: ArrayLike<number>): RegionShare {
  const n = inside.length;
  let hits = 0;
  for (let i = 0; i < n; i += 1) hits += inside[i] ?? 0;
  const { clusters, deff } = designEffect(inside, cluster);
  // Divided alike, so that a share of 0 or 1 stays exactly that.
  return { hits, n, clusters, deff, interval: wilson(hits / deff, n / deff) };
}
