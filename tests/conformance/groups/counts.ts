import { answeredRows } from '$lib/analysis/describe/answers';
import { meanSquaredDistance } from '$lib/analysis/describe/spread';
import { oneHotScale } from '$lib/analysis/representation/design-scale';
import { under, ofTriads, type FigureGroup } from '../figure-group';
import { blockOf, rowsOf, type ReferenceSet } from '../reference-set';
import { absolute, exact } from '../rule';

const inTriads = ofTriads('n', 'na');
const atTop = under('n', 'localities', 'design_scaling_categorical', 'mean_squared_pair_distance_by_signifier');

/** How many, and how far apart: what every other figure stands on. */
export const counts: FigureGroup = {
  name: 'counts and spread',
  owns: (path) => atTop(path) || inTriads(path),
  compute: (set) => ({
    n: set.stories.rows,
    localities: Object.fromEntries(set.localities.groups.map((name) => [name, rowsOf(set, name).length])),
    design_scaling_categorical: oneHotScale(blockOf(set, 'M1').width),
    mean_squared_pair_distance_by_signifier: Object.fromEntries(
      set.stories.blocks.map((block) => [block.id, meanSquaredDistance(block)]),
    ),
    triads: Object.fromEntries(triadsOf(set).map((block) => [block.id, counted(block)])),
  }),
  rule: ([top]) => (top === 'n' || top === 'localities' || top === 'triads' ? exact : absolute(1e-8)),
};

function counted(block: ReturnType<typeof blockOf>) {
  const { n, notApplicable, unanswered } = answeredRows(block);
  return { n, na: notApplicable + unanswered };
}

export function triadsOf({ stories }: ReferenceSet) {
  return stories.blocks.filter(({ kind }) => kind === 'triad');
}
