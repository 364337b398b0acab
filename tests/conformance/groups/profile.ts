import { standardisedDifferences } from '$lib/analysis/patterns/standardised-difference';
import { partialDistance } from '$lib/analysis/representation/partial-distance';
import { numberAt } from '../figure';
import { under, type FigureGroup } from '../figure-group';
import type { ReferenceSet } from '../reference-set';
import { absolute, exact } from '../rule';
import { completeCases, fitOf } from './complete-cases';

const PROFILE = 'cluster_profile_standardised_difference';
const DISTANCES = 'partial_distance_first6';
const STORIES = 6;

/** What sets each cluster apart, and how far single stories lie from each other. */
export const profile: FigureGroup = {
  name: 'cluster profiles and partial distances',
  owns: under(PROFILE, DISTANCES),
  compute: (set) => ({ [PROFILE]: { by_size: profiles(set) }, [DISTANCES]: distances(set) }),
  rule(path) {
    if (path[0] === PROFILE) return absolute(0.01);
    return path[1] === 'd' ? absolute(1e-8) : exact;
  },
};

function profiles(set: ReferenceSet) {
  const count = numberAt(set.reference, [PROFILE, 'k']);
  if (count === null) return [];
  const embedding = completeCases(set);
  const { centre } = fitOf(set, count);
  return Array.from({ length: count }, (_, own) => {
    const inside = centre.map((other) => (other === own ? 1 : 0));
    return Object.fromEntries(
      standardisedDifferences(embedding, inside).map((difference, i) => [embedding.blocks[i]?.id ?? '', difference]),
    );
  });
}

function distances({ ids, stories }: ReferenceSet) {
  const first = ids.slice(0, STORIES);
  const between = first.map((_, one) => first.map((__, other) => partialDistance(stories.blocks, one, other)));
  return {
    ids: first,
    d: between.map((row) => row.map(({ distance }) => distance)),
    joint: between.map((row) => row.map(({ joint }) => joint)),
  };
}
