import type { SeededRandom } from '../random/seeded-random';
import { overallMean } from './block-means';
import { emptyCentres, type Centres } from './centres';
import { rowsOf, type Embedding } from './embedding';
import { exchange } from './exchange';
import { lloyd, type Fit } from './lloyd';
import { nearest } from './nearest';
import { sampledRows } from './sampled-rows';
import { Starts } from './seed-centres';

/** Above this many stories the centres are found on a sample of this many (METHOD 2b). */
export const FIT_ROWS = 20_000;
/** Full passes over all stories after centres were found on a sample. */
const FULL_PASSES = 2;
/** Up to this many stories single moves follow the passes: among 81 they matter, among 1,379 they do not (see exchange.ts). */
const FEW_ROWS = 100;
/** A run ends when nothing changes any more; this only keeps a bug from running for ever. */
const MOST_PASSES = 300;

export interface KMeansOptions {
  /** How many centres, 1 to 255. */
  readonly count: number;
  /** Starts tried; the best is kept. METHOD asks for at least 20 before anything is shown. */
  readonly restarts: number;
  readonly random: SeededRandom;
  /**
   * A start is left once its centres together moved less than this share of the mean variance per coordinate (scikit-learn's
   * `tol`). The best start is then run until nothing changes.
   */
  readonly tolerance?: number;
}

/**
 * k-means on partial stories, seeded: the same embedding and seed give the same centres on any machine. Centres come in
 * order of size, largest first (equal sizes: as found).
 */
export function kMeans(embedding: Embedding, options: KMeansOptions): Fit {
  const { count, restarts, random, tolerance = 1e-4 } = options;
  const moved = tolerance * varianceOf(embedding);
  const starts = new Starts(embedding, random.fork('starts'));
  let best: Fit | null = null;
  for (let restart = 0; restart < (count === 1 ? 1 : restarts); restart += 1) {
    const start = starts.draw(count, random.fork(`start ${restart}`));
    const settled = lloyd(embedding, start, { passes: MOST_PASSES, moved });
    const fit = embedding.rows <= FEW_ROWS ? exchange(embedding, settled) : settled;
    if (best === null || fit.within < best.within) best = fit;
  }
  if (best === null) throw new RangeError('at least one start');
  return largestFirst(lloyd(embedding, best.centres, { passes: MOST_PASSES, moved: 0 }));
}

/**
 * Where every start ends by itself, run until nothing changes, without single moves: the resting places that any plain
 * k-means has. For checking against another implementation, whose best may be another resting place than ours.
 */
export function restingPlaces(embedding: Embedding, { count, restarts, random }: KMeansOptions): readonly Fit[] {
  const starts = new Starts(embedding, random.fork('starts'));
  return Array.from({ length: restarts }, (_, restart) => {
    const start = starts.draw(count, random.fork(`start ${restart}`));
    return largestFirst(lloyd(embedding, start, { passes: MOST_PASSES, moved: 0 }));
  });
}

/**
 * k-means for any number of stories: above FIT_ROWS the starts run on a seeded sample, then all stories are assigned and
 * two full passes settle the centres. O(rows · count · width) per pass.
 */
export function fitPatterns(embedding: Embedding, options: KMeansOptions): Fit {
  if (embedding.rows <= FIT_ROWS) return kMeans(embedding, options);
  const sample = rowsOf(embedding, sampledRows(embedding.rows, FIT_ROWS, options.random.fork('sample')));
  const { centres } = kMeans(sample, options);
  return largestFirst(lloyd(embedding, centres, { passes: FULL_PASSES, moved: 0 }));
}

/** Mean squared distance from the mean over the answered blocks, per coordinate. */
function varianceOf(embedding: Embedding): number {
  return nearest(embedding, overallMean(embedding)).within / Math.max(1, embedding.rows * embedding.width);
}

function largestFirst(fit: Fit): Fit {
  const { count, width, values } = fit.centres;
  const sizes = new Float64Array(count);
  for (const centre of fit.centre) sizes[centre] = (sizes[centre] ?? 0) + 1;
  const order = Array.from(sizes.keys()).sort((p, q) => (sizes[q] ?? 0) - (sizes[p] ?? 0) || p - q);
  const centres: Centres = emptyCentres(count, width);
  order.forEach((from, to) => centres.values.set(values.subarray(from * width, (from + 1) * width), to * width));
  const places = Uint8Array.from(order.keys(), (centre) => order.indexOf(centre));
  return { ...fit, centres, centre: fit.centre.map((centre) => places[centre] ?? 0) };
}
