import { completeRows, embeddingOf, rowsOf, type Embedding } from '$lib/analysis/patterns/embedding';
import type { Centres } from '$lib/analysis/patterns/centres';
import { kMeans } from '$lib/analysis/patterns/k-means';
import { lloyd, type Fit } from '$lib/analysis/patterns/lloyd';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { drawToFront } from '$lib/analysis/random/shuffle';
import type { ReferenceSet } from '../reference-set';

/**
 * METHOD asks for 20 starts at least. Few stories have many near optima and are quick; of tens of thousands the reference
 * took 8 starts.
 */
function startsFor(rows: number): number {
  if (rows <= 500) return 100;
  return rows <= 5_000 ? 50 : 8;
}

const embeddings = new WeakMap<ReferenceSet, Embedding>();
const fits = new WeakMap<ReferenceSet, Map<number, Fit>>();

/** The stories that answered every signifier, on all of them. */
export function completeCases(set: ReferenceSet): Embedding {
  const known = embeddings.get(set);
  if (known) return known;
  const all = embeddingOf(
    set.stories,
    set.stories.blocks.map(({ signifier }) => signifier),
  );
  const complete = rowsOf(all, completeRows(all));
  embeddings.set(set, complete);
  return complete;
}

/** k-means of the complete cases, clusters in order of size. Several figure groups ask for the same one. */
export function fitOf(set: ReferenceSet, count: number): Fit {
  const known = fits.get(set) ?? new Map<number, Fit>();
  fits.set(set, known);
  const found = known.get(count);
  if (found) return found;
  const embedding = completeCases(set);
  const random = seededRandom(`conformance/k-means/${count}`);
  const fit = kMeans(embedding, { count, restarts: startsFor(embedding.rows), random });
  known.set(count, fit);
  return fit;
}

/** Sums of squares nearer than this, as a share, are of one partition. */
const SAME = 1e-9;
const MOST_PASSES = 300;
/** Stories times starts of the search for a reference's optimum: thousands of starts for few stories, some for many. */
const PLAIN_WORK = 400_000;

/** Whether a fit stands where the reference's does. */
export function isOptimumOf(fit: Fit, expected: number): boolean {
  return Math.abs(fit.within / expected - 1) <= SAME;
}

/**
 * The fit that a reference describes. Usually the best one; where ours fits better than the reference's, or another
 * optimum as well, the nearest in sum of squares among plain starts from random stories, so that what is said of a partition is
 * compared on the same one.
 */
export function fitLike(set: ReferenceSet, count: number, expected: number): Fit {
  const embedding = completeCases(set);
  const random = seededRandom(`conformance/like/${count}`);
  const rows = Uint32Array.from({ length: embedding.rows }, (_, row) => row);
  let found = fitOf(set, count);
  for (let start = 0; start < PLAIN_WORK / embedding.rows && !isOptimumOf(found, expected); start += 1) {
    drawToFront(rows, count, random);
    const fit = lloyd(embedding, standingOn(embedding, rows.subarray(0, count)), { passes: MOST_PASSES, moved: 0 });
    if (Math.abs(fit.within - expected) < Math.abs(found.within - expected)) found = fit;
  }
  return found;
}

/** Centres at the places of stories. */
function standingOn({ coordinates, width }: Embedding, stories: Uint32Array): Centres {
  const places = Array.from(stories, (row) => Array.from(coordinates.subarray(row * width, (row + 1) * width)));
  return { count: stories.length, width, values: Float64Array.from(places.flat()) };
}

/** Stories per cluster, in the fit's own order. */
export function sizesOf({ centre, centres }: Fit): number[] {
  const sizes = Array.from({ length: centres.count }, () => 0);
  for (const own of centre) sizes[own] = (sizes[own] ?? 0) + 1;
  return sizes;
}

/**
 * Which own cluster stands at each place of the reference: the pairs with least distance first. Only equal sizes, or
 * nearly equal ones, make this differ from the order of size.
 */
export function matched(distances: readonly (readonly number[])[]): number[] {
  const places = Array.from({ length: distances.length }, () => -1);
  const pairs = distances.flatMap((row, place) => row.map((distance, own) => ({ place, own, distance })));
  for (const { place, own } of pairs.sort((a, b) => a.distance - b.distance)) {
    if (places[place] === -1 && !places.includes(own)) places[place] = own;
  }
  return places;
}
