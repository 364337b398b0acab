import { pointsOf } from '$lib/analysis/describe/answers';
import { meanRegion, type MeanRegion } from '$lib/analysis/describe/mean-region';
import type { Block } from '$lib/analysis/representation/block';
import { ofTriads, type FigureGroup } from '../figure-group';
import { rowsOf, type ReferenceSet } from '../reference-set';
import { absolute, exact } from '../rule';
import { triadsOf } from './counts';

/** Mean and 95 % region in the triangle's plane, whole and by locality. */
export const planarRegion: FigureGroup = {
  name: 'planar mean and region',
  owns: ofTriads('planar_region95', 'planar_region95_by_locality'),
  compute: (set) => ({ triads: Object.fromEntries(triadsOf(set).map((block) => [block.id, regionsOf(set, block)])) }),
  rule: (path) => (path.at(-1) === 'n' ? exact : absolute(1e-8)),
};

function regionsOf(set: ReferenceSet, block: Block) {
  const region = (rows?: Uint32Array) => {
    const { xs, ys } = pointsOf(block, rows);
    return regionTree(meanRegion(xs, ys));
  };
  return {
    planar_region95: region(),
    planar_region95_by_locality: Object.fromEntries(
      set.localities.groups.map((locality) => [locality, region(rowsOf(set, locality))]),
    ),
  };
}

/** A region in the words of the reference. */
export function regionTree(region: MeanRegion | null) {
  if (!region) return undefined;
  const { xx, xy, yy } = region.covariance;
  return {
    n: region.n,
    mean: region.mean,
    cov: [
      [xx, xy],
      [xy, yy],
    ],
    k_hotelling: region.k,
    semi_axes: region.semiAxes,
    major_axis_angle_deg: region.angle,
  };
}
