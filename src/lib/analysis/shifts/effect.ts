import { againstRest, type Energy } from './energy';
import type { Facet } from './topic';

/** A topic's energy of one group against the rest, its facets added up. */
export interface TopicEnergy {
  readonly statistic: number;
  /** Sum of (2 mean|X-Y| - mean|X-X'| - mean|Y-Y'|) over the facets, over the sum of 2 mean|X-Y|; in [0, 1]. */
  readonly effect: number;
  readonly facets: readonly Energy[];
}

/** Energies of every group on a topic, from one pass over the answers. */
export function energiesOf(facets: readonly Facet[], groupOf: Uint16Array, groups: number): TopicEnergy[] {
  const sums = facets.map((facet) => facet.sums(groupOf, groups));
  return Array.from({ length: groups }, (_, group) => {
    const each = sums.map((pairs) => againstRest(pairs, group));
    const apart = each.reduce((sum, facet) => sum + facet.apart, 0);
    const excess = each.reduce((sum, facet) => sum + facet.effect * facet.apart, 0);
    const statistic = each.reduce((sum, facet) => sum + facet.statistic, 0);
    return { statistic, effect: apart > 0 ? excess / apart : 0, facets: each };
  });
}

/**
 * How large the effect is on average where nothing differs: a V-statistic is never negative, and the fewer stories and
 * clusters the larger. Subtracted from the effect (METHOD 2c).
 *
 * @param expected per facet the mean permuted statistic; @param kept per facet the share of spread its features hold
 */
export function effectOfChance(energy: TopicEnergy, expected: Float64Array, kept: readonly number[]): number {
  const apart = energy.facets.reduce((sum, facet) => sum + facet.apart, 0);
  if (!(apart > 0)) return 0;
  const excess = energy.facets.reduce((sum, { n, m }, i) => {
    if (n === 0 || m === 0) return sum;
    return sum + ((expected[i] ?? 0) * (n + m)) / (n * m) / (kept[i] ?? 1);
  }, 0);
  return excess / apart;
}
