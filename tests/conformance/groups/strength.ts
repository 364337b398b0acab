import { chooseCount, predictionStrength, STRENGTH_NEEDED } from '$lib/analysis/patterns/choose-count';
import { BOOTSTRAPS, bootstrapStability } from '$lib/analysis/patterns/stability';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { numbersAt } from '../figure';
import { under, type FigureGroup } from '../figure-group';
import type { ReferenceSet } from '../reference-set';
import { absolute, exact, type Rule } from '../rule';
import { completeCases, fitOf, matched, sizesOf } from './complete-cases';

const TOLERANCE = 0.1;

/** How many patterns there are, and how stable they are. */
export const strength: FigureGroup = {
  name: 'prediction strength and stability',
  owns: under('prediction_strength', 'clusterboot'),
  compute(set) {
    const embedding = completeCases(set);
    const random = seededRandom('conformance/strength');
    const counts = numbersAt(set.reference, ['prediction_strength', 'k']);
    const mean = counts.map((count) => predictionStrength(embedding, count, random).mean);
    const { count } = chooseCount(embedding, random);
    const booted = Math.max(2, count);
    const fit = fitOf(set, booted);
    const jaccard = bootstrapStability(embedding, fit.centre, booted, random);
    const order = placesBySize(sizesOf(fit), numbersAt(set.reference, ['clusterboot', 'sizes']));
    return {
      prediction_strength: { mean, cutoff: STRENGTH_NEEDED, optimal_k: count },
      clusterboot: {
        k: booted,
        B: BOOTSTRAPS,
        jaccard_mean: order.map((own) => jaccard[own]),
        sizes: order.map((own) => sizesOf(fit)[own]),
      },
    };
  },
  rule(path, set) {
    if (path.includes('mean')) return absolute(TOLERANCE);
    if (path.includes('jaccard_mean')) return absolute(0.06);
    return path.includes('optimal_k') && undecided(set) ? anything : exact;
  },
};

/** Where some k lies within the tolerance of the cutoff, either choice is right (README). */
function undecided({ reference }: ReferenceSet): boolean {
  return numbersAt(reference, ['prediction_strength', 'mean']).some(
    (mean) => Math.abs(mean - STRENGTH_NEEDED) <= TOLERANCE,
  );
}

const anything: Rule = () => ({ deviation: 0, tolerance: 0 });

/** The reference lists its clusters in an order of its own: sizes tell which is which. */
function placesBySize(own: readonly number[], listed: readonly number[]): number[] {
  return matched(listed.map((size) => own.map((other) => Math.abs(size - other))));
}
