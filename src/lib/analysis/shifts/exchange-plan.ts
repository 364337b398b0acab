import { shuffle } from '../random/shuffle';
import type { SeededRandom } from '../random/seeded-random';
import { NO_GROUP } from '../representation/block';
import { clusterGroups, GROUPLESS, MIXED, type Clusters } from './clusters';
import { FIXED, type ExchangePlan } from './exchanges';
import { PlanInMaking } from './plan-in-making';

/**
 * The exchanges of METHOD 2c: clusters all of one group change places whole among each other, a mixed cluster's stories
 * change places within it. Of two sides (the group and the rest) the one with fewer pure clusters is drawn; the energy
 * statistic is symmetric. What bounds the cost with many clusters is told in plan-in-making.ts.
 *
 * @param groupOf per story its group, 0 to groups - 1; anything above is outside: neither in the group nor in the rest
 */
export function exchangePlan(
  clusters: Clusters,
  groupOf: Uint16Array,
  groups: number,
  group: number,
  random: SeededRandom,
): ExchangePlan {
  const kinds = clusterGroups(clusters, groupOf, groups);
  const own = shuffled(kinds, random, (kind) => kind === group);
  const rest = shuffled(kinds, random, (kind) => kind !== group && kind !== MIXED && kind !== GROUPLESS);
  const ownDrawn = own.length <= rest.length;
  const unitOf = sides(groupOf, groups, group, ownDrawn);
  const plan = new PlanInMaking(unitOf);
  plan.exchangeWhole(ownDrawn ? own : rest, ownDrawn ? rest : own, (c) =>
    clusters.storiesOf(c).filter((story) => unitOf[story] !== FIXED.outside),
  );
  const mixed = shuffled(kinds, random, (kind) => kind === MIXED);
  const side = (c: number, which: number): Uint32Array => {
    const stories = clusters.storiesOf(c).filter((story) => unitOf[story] === which);
    shuffle(stories, random);
    return stories;
  };
  plan.exchangeWithin(Array.from(mixed, (c) => ({ drawn: side(c, FIXED.drawn), other: side(c, FIXED.other) })));
  return plan.done();
}

function sides(groupOf: Uint16Array, groups: number, group: number, ownDrawn: boolean): Int32Array {
  const unitOf = new Int32Array(groupOf.length);
  for (let i = 0; i < groupOf.length; i += 1) {
    const own = groupOf[i] ?? NO_GROUP;
    if (own >= groups) unitOf[i] = FIXED.outside;
    else unitOf[i] = (own === group) === ownDrawn ? FIXED.drawn : FIXED.other;
  }
  return unitOf;
}

function shuffled(kinds: Int32Array, random: SeededRandom, wanted: (kind: number) => boolean): Uint32Array {
  const chosen: number[] = [];
  kinds.forEach((kind, cluster) => {
    if (wanted(kind)) chosen.push(cluster);
  });
  const clusters = Uint32Array.from(chosen);
  shuffle(clusters, random);
  return clusters;
}
