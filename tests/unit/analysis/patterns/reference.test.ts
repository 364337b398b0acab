import { describe, expect, it } from 'vitest';
import { chooseCount, predictionStrength } from '$lib/analysis/patterns/choose-count';
import { squaredApart } from '$lib/analysis/patterns/centres';
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
import { referenceSet, SIGNIFIERS } from './reference-set';

// Reference figures of R (fpc) and scikit-learn, with the tolerances of their README.
const SETS = ['small120', 'mid2000null', 'mid2000shift'];
const LONG = 120_000;

describe.each(SETS)('on the reference set %s', (name) => {
  const known = referenceSet(name);
  const test = it.skipIf(!known);
  if (!known) {
    it.skip('has no reference files here');
    return;
  }
  const { set, reference, ids } = known;
  const all = embeddingOf(set, SIGNIFIERS);
  const complete = rowsOf(all, completeRows(all));
  const fitOf = (count: number) =>
    kMeans(complete, { count, restarts: 100, random: seededRandom(`reference/${name}/${count}`) });

  const restingPlaceAt = (within: number, count: number) => {
    const random = seededRandom(`reference/${name}/${count}/places`);
    const apart = (fit: Fit) => Math.abs(fit.within - within);
    return restingPlaces(complete, { count, restarts: 2_000, random }).reduce((p, q) => (apart(q) < apart(p) ? q : p));
  };

  test('k-means is as tight as the best known for every k, with the same silhouette', { timeout: LONG }, () => {
    expect(complete.rows).toBe(reference.kmeans_complete_cases.n);
    for (const [k, best] of Object.entries(reference.kmeans_complete_cases.by_k)) {
      const fit = fitOf(Number(k));
      expect(fit.within / best.inertia).toBeLessThanOrEqual(1.001);
      if (best.silhouette === undefined) continue;
      // Ours may be tighter than the reference, which is another partition: the silhouette is that of the reference's.
      const same = fit.within > best.inertia * 0.999 ? fit : restingPlaceAt(best.inertia, Number(k));
      expect(Math.abs(silhouette(complete, same.centre, Number(k)) - best.silhouette)).toBeLessThanOrEqual(0.005);
    }
  });

  test('the true patterns have the known centres, medoids and differences', { timeout: LONG }, () => {
    const { k, by_size } = reference.cluster_profile_standardised_difference;
    const best = reference.kmeans_complete_cases.by_k[k];
    const fit = fitOf(k);
    const near = nearest(complete, fit.centres);
    for (let pattern = 0; pattern < k; pattern += 1) {
      const centre = {
        count: 1,
        width: complete.width,
        values: Float64Array.from(best?.centres_by_size?.[pattern] ?? []),
      };
      centre.values.forEach((value, axis) => {
        expect(Math.abs(value - (fit.centres.values[pattern * complete.width + axis] ?? 9))).toBeLessThanOrEqual(0.01);
      });
      expect(squaredApart(fit.centres, pattern, centre, 0)).toBeLessThan(0.001);
      const [medoid = -1] = tellingStories(complete, near, pattern).medoids;
      expect(ids[medoid]).toBe(best?.medoid_ids?.[pattern]);
      const inside = fit.centre.map((own) => (own === pattern ? 1 : 0));
      standardisedDifferences(complete, inside).forEach((difference, block) => {
        expect(difference).toBeCloseTo(by_size[pattern]?.[SIGNIFIERS[block] ?? ''] ?? Number.NaN, 2);
      });
    }
  });

  test('prediction strength is that of fpc within .10, and chooses the same number', { timeout: LONG }, () => {
    const strengths = reference.prediction_strength;
    strengths?.k.forEach((k, i) => {
      const { mean } = predictionStrength(complete, k, seededRandom(`reference/${name}`));
      expect(Math.abs(mean - (strengths.mean[i] ?? 9))).toBeLessThanOrEqual(0.1);
    });
    expect(chooseCount(complete, seededRandom(`reference/${name}`)).count).toBe(strengths?.optimal_k);
  });

  test('bootstrap stability is that of clusterboot within .06', { timeout: LONG }, () => {
    const boot = reference.clusterboot;
    const fit = fitOf(boot?.k ?? 0);
    const jaccards = bootstrapStability(complete, fit.centre, fit.centres.count, seededRandom(`reference/${name}`));
    const bySize = boot?.sizes.map((size, i) => ({ size, mean: boot.jaccard_mean[i] ?? 9 })) ?? [];
    bySize.sort((p, q) => q.size - p.size);
    bySize.forEach(({ mean }, pattern) => expect(Math.abs((jaccards[pattern] ?? 0) - mean)).toBeLessThanOrEqual(0.06));
    expect(bySize).toHaveLength(fit.centres.count);
  });

  test('partial distances are the known ones', () => {
    const { d, joint } = reference.partial_distance_first6;
    d.forEach((row, one) =>
      row.forEach((known, other) => {
        const found = partialDistance(set.blocks, one, other);
        expect(found.joint).toBe(joint[one]?.[other]);
        if (known === null) expect(found.distance).toBeNull();
        else expect(found.distance).toBeCloseTo(known, 8);
      }),
    );
  });
});
