import { pointsOf } from '$lib/analysis/describe/answers';
import { subtractDensities } from '$lib/analysis/describe/density-difference';
import { BANDWIDTH, massPreservingDensity } from '$lib/analysis/describe/kernel-density';
import type { Block } from '$lib/analysis/representation/block';
import { numbersAt } from '../figure';
import { ofTriads, type FigureGroup } from '../figure-group';
import type { ReferenceSet } from '../reference-set';
import { absolute, exact } from '../rule';
import { triadsOf } from './counts';

/** The mass-preserving kernel density of each triad, and the first locality's less the rest's. */
export const density: FigureGroup = {
  name: 'mass-preserving density',
  owns: ofTriads('kde'),
  compute: (set) => ({
    triads: Object.fromEntries(triadsOf(set).map((block) => [block.id, { kde: densityOf(set, block) }])),
  }),
  rule: (path) => (/bandwidth|argmax|locality/.test(path.at(-1) ?? '') ? exact : absolute(1e-10)),
};

function densityOf(set: ReferenceSet, block: Block) {
  const nodes = numbersAt(set.reference, ['triads', block.id, 'kde', 'grid_index']);
  const { rows, xs, ys } = pointsOf(block);
  const whole = massPreservingDensity(xs, ys);
  const first = Uint8Array.from(rows, (row) => (set.localities.of[row] === 0 ? 1 : 0));
  const difference = subtractDensities(xs, ys, first);
  return {
    bandwidth: BANDWIDTH,
    mass_preserving_grid_prob: nodes.map((node) => whole[node]),
    mass_preserving_sum: whole.reduce((sum, value) => sum + value, 0),
    mass_preserving_argmax: largest(whole),
    difference_first_locality_vs_rest: {
      locality: set.localities.groups[0],
      values: nodes.map((node) => difference[node]),
      max_abs: Math.max(...difference.map(Math.abs)),
      argmax_abs: largest(difference.map(Math.abs)),
    },
  };
}

function largest(values: Float64Array): number {
  return values.indexOf(Math.max(...values));
}
