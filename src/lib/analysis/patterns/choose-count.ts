import { advance, UNWATCHED, type Progress } from '../progress';
import { within } from './stage';
import type { SeededRandom } from '../random/seeded-random';
import { rowsOf, type Embedding } from './embedding';
import { sampledRows } from './sampled-rows';
import { splitStrength } from './prediction-strength';

/** The most patterns looked for. */
export const MOST_PATTERNS = 10;
/** METHOD 2b: the largest k whose prediction strength reaches this. */
export const STRENGTH_NEEDED = 0.8;
/** Splits per k. */
export const SPLITS = 50;
/** Splits are of at most this many stories: each of 50 splits clusters both halves for each k. */
export const SPLIT_ROWS = 5_000;
/** Starts per half: too few and the strength speaks of bad starts rather than of the stories. */
const HALF_RESTARTS = 5;

/** Steps told of while choosing. */
export const CHOOSING_STEPS = (MOST_PATTERNS - 1) * SPLITS;

/** The prediction strength found for one number of patterns. */
export interface Strength {
  readonly count: number;
  /** Mean over the splits made, in [0, 1]; 1 for one pattern, by definition. */
  readonly mean: number;
  /** Fewer than SPLITS where it was already certain that STRENGTH_NEEDED cannot be reached. */
  readonly splits: number;
}

interface Splitting {
  /** SPLITS unless a check has less time. */
  readonly most?: number;
  /** Splitting stops once even perfect further splits would leave the mean below this; 0 makes every split. */
  readonly needed?: number;
  readonly progress?: Progress;
}

/** Mean prediction strength of one number of patterns. */
export function predictionStrength(
  embedding: Embedding,
  count: number,
  random: SeededRandom,
  { most = SPLITS, needed = 0, progress = UNWATCHED }: Splitting = {},
): Strength {
  if (count === 1) return { count, mean: 1, splits: 0 };
  let sum = 0;
  let splits = 0;
  while (splits < most && sum + (most - splits) >= needed * most) {
    const split = random.fork(`${count} patterns, split ${splits}`);
    sum += splitStrength(embedding, { count, restarts: HALF_RESTARTS, random: split });
    splits += 1;
    advance(progress, splits, most);
  }
  return { count, mean: sum / splits, splits };
}

/** How many patterns there are, and on what evidence. */
export interface ChosenCount {
  readonly count: number;
  /** From one pattern up. Those above the chosen were found too weak; those below it were not needed and are left out. */
  readonly strengths: readonly Strength[];
}

/** The largest number of patterns up to MOST_PATTERNS whose prediction strength reaches STRENGTH_NEEDED; 1 is an answer. */
export function chooseCount(all: Embedding, random: SeededRandom, progress: Progress = UNWATCHED): ChosenCount {
  const embedding = rowsOf(all, sampledRows(all.rows, SPLIT_ROWS, random.fork('sample')));
  const strengths: Strength[] = [];
  for (let count = Math.min(MOST_PATTERNS, Math.floor(embedding.rows / 4)); count > 1; count -= 1) {
    const splitting = within(progress, (MOST_PATTERNS - count) * SPLITS, CHOOSING_STEPS);
    const strength = predictionStrength(embedding, count, random, { needed: STRENGTH_NEEDED, progress: splitting });
    strengths.unshift(strength);
    if (strength.mean >= STRENGTH_NEEDED) return { count, strengths };
  }
  return { count: 1, strengths: [predictionStrength(embedding, 1, random), ...strengths] };
}
