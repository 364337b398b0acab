import { wilson, type ShareInterval } from '$lib/analysis/wilson';

/** One place: all its stories, and those of them that are among the selected. */
export interface PlaceCounts {
  readonly id: string;
  readonly name: string;
  readonly all: number;
  readonly chosen: number;
}

/** Too few stories are hidden and said so: never drawn as zero (METHOD 2d). */
export type TileShare =
  | { readonly kind: 'few' }
  | { readonly kind: 'all'; readonly all: number }
  | { readonly kind: 'share'; readonly all: number; readonly chosen: number; readonly interval: ShareInterval };

export function tileShare(place: PlaceCounts, k: number, everyone: boolean): TileShare {
  if (place.all < k) return { kind: 'few' };
  const interval = everyone ? null : wilson(place.chosen, place.all);
  if (interval === null) return { kind: 'all', all: place.all };
  return { kind: 'share', all: place.all, chosen: place.chosen, interval };
}

/** The share at the end of every tile's axis: one scale for all, so that places can be compared. */
export function axisEnd(shares: readonly TileShare[], city: number): number {
  const highs = shares.map((share) => (share.kind === 'share' ? share.interval.high : 0));
  return Math.min(1, Math.max(0.02, city, ...highs) * 1.04);
}
