import { placeMeans } from '$lib/analysis/pooling/place-means';
import { randomEffects, type RandomEffects } from '$lib/analysis/pooling/random-effects';
import type { Block } from '$lib/analysis/representation/block';
import { under, type FigureGroup } from '../figure-group';
import type { ReferenceSet } from '../reference-set';
import { absolute, exact } from '../rule';

/** Random effects over locality means of each slider. */
export const pooling: FigureGroup = {
  name: 'partial pooling',
  owns: under('partial_pooling'),
  compute: (set) => ({
    partial_pooling: Object.fromEntries(
      set.stories.blocks.filter(({ kind }) => kind === 'slider').map((block) => [block.id, pooled(set, block)]),
    ),
  }),
  rule: (path) => (path.includes('n') || path.includes('locality') ? exact : absolute(1e-5)),
};

function pooled({ localities }: ReferenceSet, block: Block) {
  const { n, mean, varianceOfMean } = placeMeans(block, localities);
  const places = mean.map((own, i) => ({ mean: own, variance: varianceOfMean[i] ?? Number.NaN }));
  return {
    locality: localities.groups,
    n,
    mean,
    var_of_mean: varianceOfMean,
    PM: effectsTree(randomEffects(places, 'paule-mandel')),
    DL: effectsTree(randomEffects(places, 'dersimonian-laird')),
  };
}

function effectsTree({ mu, muSe, tau2, q, shrunk }: RandomEffects) {
  return { mu, mu_se: muSe, tau2, Q: q, blup: shrunk.map(({ mean }) => mean), blup_se: shrunk.map(({ se }) => se) };
}
