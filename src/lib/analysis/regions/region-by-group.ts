import { NO_GROUP, type Grouping, type StorySet } from '../representation/block';
import type { RegionHits } from './region-hits';
import { regionShare, type RegionShare } from './region-share';

/** The region's share in each group, in the grouping's order. Rules of disclosure come after: groups may be too small to show. */
export function regionByGroup(
  hits: RegionHits,
  grouping: Grouping,
  { cluster }: Pick<StorySet, 'cluster'>,
): RegionShare[] {
  return sharesOf(hits, cluster, grouping.groups.length, (row) => grouping.of[row] ?? NO_GROUP);
}

/** A month's share, months since January 1970. */
export interface MonthShare extends RegionShare {
  readonly month: number;
}

/** The region's share in every month from the first to the last with an answer; months without one have n = 0. */
export function regionByMonth(hits: RegionHits, { cluster, month }: Pick<StorySet, 'cluster' | 'month'>): MonthShare[] {
  if (hits.rows.length === 0) return [];
  const first = hits.rows.reduce((least, row) => Math.min(least, month[row] ?? least), Infinity);
  const last = hits.rows.reduce((most, row) => Math.max(most, month[row] ?? most), -Infinity);
  const shares = sharesOf(hits, cluster, last - first + 1, (row) => (month[row] ?? first) - first);
  return shares.map((share, i) => ({ ...share, month: first + i }));
}

function sharesOf(
  { rows, inside }: RegionHits,
  cluster: Uint32Array,
  parts: number,
  partOf: (row: number) => number,
): RegionShare[] {
  const split = Array.from({ length: parts }, () => ({ inside: [] as number[], cluster: [] as number[] }));
  rows.forEach((row, i) => {
    const part = split[partOf(row)];
    part?.inside.push(inside[i] ?? 0);
    part?.cluster.push(cluster[row] ?? 0);
  });
  return split.map((part) => regionShare(part.inside, part.cluster));
}
