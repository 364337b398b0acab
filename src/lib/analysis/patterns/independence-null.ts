import { advance, UNWATCHED, type Progress } from '../progress';
import type { SeededRandom } from '../random/seeded-random';
import { overallMean } from './block-means';
import { rowsOf, type Embedding } from './embedding';
import { kMeans } from './k-means';
import { sampledRows } from './sampled-rows';
import { nearest } from './nearest';
import { shuffleSignifiers } from './shuffle-signifiers';

/** METHOD 2b. */
export const SHUFFLES = 50;
/** The stories' own fit and the shuffled ones are compared on at most this many. */
const NULL_ROWS = 5_000;
/** Starts of each fit, the same for the stories' own: better fits on one side only would decide by themselves. */
const NULL_RESTARTS = 10;
const LEVEL = 0.05;

/** Whether the stories hang together more than their questions' own shapes make them. */
export interface IndependenceNull {
  /** Share of variation explained at the chosen count, in [0, 1], on the stories compared. */
  readonly explained: number;
  /** The 95 % quantile of the same share over the shuffled sets and the stories' own: the 49th of 50 shuffled. */
  readonly limit: number;
  /** Of SHUFFLES shuffled sets, how many explained at least as much. */
  readonly reached: number;
  readonly exceeds: boolean;
}

/**
 * The null before any pattern (METHOD 2b): prediction strength finds "patterns" in independent questions, if two of them
 * have two humps. So each signifier is shuffled separately, within what was answered, and clustered again into as many;
 * patterns count only if their share of variation explained exceeds the 95 % quantile of that. Counting the stories' own
 * set among them makes it an exact test: (1 + sets that explain as much) / (SHUFFLES + 1) <= .05 (Phipson and Smyth 2010).
 */
export function independenceNull(
  all: Embedding,
  count: number,
  random: SeededRandom,
  progress: Progress = UNWATCHED,
): IndependenceNull {
  const embedding = rowsOf(all, sampledRows(all.rows, NULL_ROWS, random.fork('sample')));
  const explained = explainedShare(embedding, count, random.fork('stories'));
  const shuffled = Float64Array.from({ length: SHUFFLES }, (_, i) => {
    const source = random.fork(`shuffle ${i}`);
    const share = explainedShare(shuffleSignifiers(embedding, source), count, source.fork('fit'));
    advance(progress, i + 1, SHUFFLES);
    return share;
  }).sort();
  const limit = shuffled[Math.ceil((1 - LEVEL) * (SHUFFLES + 1)) - 1] ?? 1;
  return {
    explained,
    limit,
    reached: shuffled.filter((share) => share >= explained).length,
    exceeds: explained > limit,
  };
}

/** 1 - variation left around the centres / variation around the mean, over the answered blocks. */
export function explainedBy(within: number, embedding: Embedding): number {
  const total = nearest(embedding, overallMean(embedding)).within;
  return total === 0 ? 0 : 1 - within / total;
}

function explainedShare(embedding: Embedding, count: number, random: SeededRandom): number {
  return explainedBy(kMeans(embedding, { count, restarts: NULL_RESTARTS, random }).within, embedding);
}
