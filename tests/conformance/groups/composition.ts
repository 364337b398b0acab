import { pointsOf } from '$lib/analysis/describe/answers';
import { boundaryShare } from '$lib/analysis/describe/boundary-share';
import { ilr, replaceSmall } from '$lib/analysis/describe/log-ratio';
import { logRatioCentre } from '$lib/analysis/describe/log-ratio-view';
import { average } from '$lib/analysis/describe/moments';
import { partsAt } from '$lib/analysis/describe/parts';
import type { Block } from '$lib/analysis/representation/block';
import { ofTriads, type FigureGroup } from '../figure-group';
import type { ReferenceSet } from '../reference-set';
import { absolute, exact } from '../rule';
import { triadsOf } from './counts';
import { regionTree } from './planar-region';

/** Log-ratio figures of each triad: the compatibility view, which is normally hidden. */
export const composition: FigureGroup = {
  name: 'log-ratio centre and region',
  owns: ofTriads(
    'share_any_part_below_DL',
    'share_exact_zero',
    'centre_closed_geometric_mean',
    'centre_at_delta_0.001',
    'centre_at_delta_0.02',
    'variation_matrix',
    'total_variance',
    'ilr_first5_answered_ids',
    'ilr_first5',
    'ilr_region95',
    'arithmetic_mean_parts',
  ),
  compute: (set) => ({
    triads: Object.fromEntries(triadsOf(set).map((block) => [block.id, compositionOf(set, block)])),
  }),
  rule: (path) => (path.at(-1) === 'n' || path.includes('ilr_first5_answered_ids') ? exact : absolute(1e-8)),
};

function compositionOf(set: ReferenceSet, block: Block) {
  const { rows, xs, ys } = pointsOf(block);
  const parts = Array.from(xs, (x, i) => partsAt(x, ys[i] ?? Number.NaN));
  const share = boundaryShare(block);
  const figures = logRatioCentre(block);
  return {
    share_any_part_below_DL: share.anyPartSmall,
    share_exact_zero: share.anyPartZero,
    centre_closed_geometric_mean: figures.centre,
    'centre_at_delta_0.001': figures.centreAtLowDelta,
    'centre_at_delta_0.02': figures.centreAtHighDelta,
    variation_matrix: figures.variation,
    total_variance: figures.totalVariance,
    ilr_first5_answered_ids: Array.from(rows.subarray(0, 5), (row) => set.ids[row]),
    ilr_first5: parts.slice(0, 5).map((one) => ilr(replaceSmall(one))),
    ilr_region95: regionTree(figures.region),
    arithmetic_mean_parts: ([0, 1, 2] as const).map((part) => average(parts.map((one) => one[part]))),
  };
}
