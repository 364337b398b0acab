import { describe, expect, it } from 'vitest';
import { squaredApart } from '$lib/analysis/patterns/centres';
import { chooseCount, predictionStrength } from '$lib/analysis/patterns/choose-count';
import { completeRows, embeddingOf, rowsOf } from '$lib/analysis/patterns/embedding';
import { kMeans, restingPlaces } from '$lib/analysis/patterns/k-means';
import type { Fit } from '$lib/analysis/patterns/lloyd';
import { nearest } from '$lib/analysis/patterns/nearest';
import { silhouette } from '$lib/analysis/patterns/silhouette';
import { bootstrapStability } from '$lib/analysis/patterns/stability';
import { standardisedDifferences } from '$lib/analysis/patterns/standardised-difference';
import { tellingStories } from '$lib/analysis/patterns/telling-stories';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { partialDistance } from '$lib/analysis/representation/partial-distance';
import { readSet } from '../../../conformance/read-set';

/** The parts of a reference file that speak of patterns: figures of R (fpc) and scikit-learn. */
interface Reference {
  readonly kmeans_complete_cases: { readonly n: number; readonly by_k: Readonly<Record<string, ReferenceFit>> };
  readonly prediction_strength: { readonly k: number[]; readonly mean: number[]; readonly optimal_k: number };
  readonly clusterboot: { readonly k: number; readonly jaccard_mean: number[]; readonly sizes: number[] };
  readonly cluster_profile_standardised_difference: { readonly k: number; readonly by_size: Record<string, number>[] };
  readonly partial_distance_first6: { readonly d: (number | null)[][]; readonly joint: number[][] };
}

interface ReferenceFit {
  readonly inertia: number;
  readonly silhouette: number;
  readonly centres_by_size?: number[][];
  readonly medoid_ids?: string[];
}

// The conformance command checks every figure; here are enough of them to fail when a formula is changed.
describe.each(['small120', 'mid2000null', 'mid2000shift'])('on the reference set %s', { timeout: 60_000 }, (name) => {
  const { stories, ids, reference: file } = readSet('tests/fixtures/conformance', name);
  const reference = file as Reference; // a file of the repository, whose form its note describes
  const signifiers = stories.blocks.map(({ signifier }) => signifier);
  const all = embeddingOf(stories, signifiers);
  const complete = rowsOf(all, completeRows(all));
  const { k, by_size } = reference.cluster_profile_standardised_difference;
  const best = reference.kmeans_complete_cases.by_k;
  const fitOf = (count: number): Fit =>
    kMeans(complete, { count, restarts: 20, random: seededRandom(`reference/${name}/${count}`) });
  const fit = fitOf(k);

  it.each(Object.keys(best).filter((count) => Number(count) <= k))('k-means is as tight for k = %s', (count) => {
    expect(complete.rows).toBe(reference.kmeans_complete_cases.n);
    const { inertia, silhouette: expected } = best[count] ?? { inertia: 0, silhouette: 9 };
    const found = fitOf(Number(count));
    expect(found.within / inertia).toBeLessThanOrEqual(1.001);
    expect(Math.abs(silhouette(complete, found.centre, Number(count)) - expected)).toBeLessThanOrEqual(0.005);
  });

  it('the true patterns have the known centres, medoids and differences', () => {
    const near = nearest(complete, fit.centres);
    for (let pattern = 0; pattern < k; pattern += 1) {
      const values = Float64Array.from(best[k]?.centres_by_size?.[pattern] ?? []);
      expect(squaredApart(fit.centres, pattern, { count: 1, width: complete.width, values }, 0)).toBeLessThan(1e-4);
      const [medoid = -1] = tellingStories(complete, near, pattern).medoids;
      expect(ids[medoid]).toBe(best[k]?.medoid_ids?.[pattern]);
      const inside = fit.centre.map((own) => (own === pattern ? 1 : 0));
      standardisedDifferences(complete, inside).forEach((difference, block) => {
        expect(difference).toBeCloseTo(by_size[pattern]?.[signifiers[block] ?? ''] ?? Number.NaN, 6);
      });
    }
  });

  it('prediction strength is that of fpc within .10 (25 splits for 50)', () => {
    const { mean, k: counts } = reference.prediction_strength;
    for (const count of [k, k + 1]) {
      const found = predictionStrength(complete, count, seededRandom(`reference/${name}`), { most: 25 });
      expect(Math.abs(found.mean - (mean[counts.indexOf(count)] ?? 9))).toBeLessThanOrEqual(0.1);
    }
  });

  it('bootstrap stability is that of clusterboot within .06 (20 bootstraps for 100)', () => {
    const { sizes, jaccard_mean: jaccards } = reference.clusterboot;
    const random = seededRandom(`reference/${name}`);
    const found = bootstrapStability(complete, fit.centre, k, random, { bootstraps: 20 });
    const expected = sizes.map((size, i) => ({ size, jaccard: jaccards[i] ?? 9 })).sort((p, q) => q.size - p.size);
    expect(expected).toHaveLength(k);
    expected.forEach(({ jaccard }, i) => expect(Math.abs((found[i] ?? 0) - jaccard)).toBeLessThanOrEqual(0.06));
  });

  it('partial distances are the known ones, undefined where fewer than half were answered by both', () => {
    const { d, joint } = reference.partial_distance_first6;
    d.forEach((row, one) =>
      row.forEach((expected, other) => {
        const found = partialDistance(stories.blocks, one, other);
        expect(found.joint).toBe(joint[one]?.[other]);
        if (expected === null) expect(found.distance).toBeNull();
        else expect(found.distance).toBeCloseTo(expected, 8);
      }),
    );
  });
});

describe('on the 120 stories', { timeout: 60_000 }, () => {
  const { stories, reference: file } = readSet('tests/fixtures/conformance', 'small120');
  const reference = file as Reference; // as above
  const signifiers = stories.blocks.map(({ signifier }) => signifier);
  const all = embeddingOf(stories, signifiers);
  const complete = rowsOf(all, completeRows(all));

  it('the known number of patterns is chosen', () => {
    const { count } = chooseCount(complete, seededRandom('reference/small120'));
    expect(count).toBe(reference.prediction_strength.optimal_k);
  });

  it.each([5, 6, 7])(
    'k-means is tighter than the reference for k = %s, which is one of its resting places',
    (count) => {
      const { inertia, silhouette: expected } = reference.kmeans_complete_cases.by_k[count] ?? {
        inertia: 0,
        silhouette: 9,
      };
      const options = { count, restarts: 1_000, random: seededRandom(`reference/${count}`) };
      expect(kMeans(complete, { ...options, restarts: 100 }).within).toBeLessThan(inertia);
      const apart = (place: Fit): number => Math.abs(place.within - inertia);
      const same = restingPlaces(complete, options).reduce((p, q) => (apart(q) < apart(p) ? q : p));
      expect(same.within).toBeCloseTo(inertia, 8);
      expect(silhouette(complete, same.centre, count)).toBeCloseTo(expected, 3);
    },
  );
});
