import { regionShare, type RegionShare } from '../regions/region-share';
import { NO_GROUP, type Grouping } from '../representation/block';
import type { Embedding } from './embedding';

/** How one group's stories spread over the patterns, and what part of each pattern they are. */
export interface GroupMix {
  readonly group: string;
  /** The group's placed stories, and the gatherings they come from. */
  readonly stories: number;
  /** Per pattern: of the group's placed stories, those of the pattern; interval corrected for stories told together. */
  readonly ofGroup: readonly RegionShare[];
  /** Per pattern: of its stories that belong to any group, those of this group. */
  readonly ofPattern: readonly RegionShare[];
}

/** The mix of every pattern by one partition of the stories: by locality, role, period. */
export interface Mix {
  readonly grouping: string;
  readonly groups: readonly GroupMix[];
  /** Placed stories that belong to no group. */
  readonly ungrouped: number;
}

/**
 * Locality mix, role mix and shares by period are one computation: of each group's placed stories, how many belong to each
 * pattern. "Between" stories count with the pattern they are nearest to; unplaced ones are not in it.
 *
 * @param pattern per row of the embedding
 * @param cluster per story of the set its gathering
 */
export function mixBy(
  grouping: Grouping,
  embedding: Embedding,
  { pattern, count, cluster }: { pattern: Uint8Array; count: number; cluster: Uint32Array },
): Mix {
  const groupOf = Uint16Array.from(embedding.story, (story) => grouping.of[story] ?? NO_GROUP);
  const rows = Uint32Array.from(groupOf.keys()).filter((row) => groupOf[row] !== NO_GROUP);
  const gathering = Uint32Array.from(embedding.story, (story) => cluster[story] ?? 0);
  const share = (of: Uint32Array, hit: (row: number) => boolean): RegionShare =>
    regionShare(
      Uint8Array.from(of, (row) => (hit(row) ? 1 : 0)),
      Uint32Array.from(of, (row) => gathering[row] ?? 0),
    );
  const patterns = Array.from({ length: count }, (_, number) => number);
  const byPattern = patterns.map((number) => rows.filter((row) => pattern[row] === number));
  return {
    grouping: grouping.id,
    groups: grouping.groups.map((group, index) => {
      const own = rows.filter((row) => groupOf[row] === index);
      return {
        group,
        stories: own.length,
        ofGroup: patterns.map((number) => share(own, (row) => pattern[row] === number)),
        ofPattern: byPattern.map((stories) => share(stories, (row) => groupOf[row] === index)),
      };
    }),
    ungrouped: embedding.rows - rows.length,
  };
}
