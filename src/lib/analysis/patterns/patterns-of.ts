import { advance, UNWATCHED, type Progress } from '../progress';
import { seededRandom } from '../random/seeded-random';
import type { Grouping, StorySet } from '../representation/block';
import { betweenPatterns } from './between';
import { emptyCentres } from './centres';
import { chooseCount, CHOOSING_STEPS } from './choose-count';
import { describePatterns } from './describe-patterns';
import { completeRows, embeddingOf, type Embedding } from './embedding';
import { explainedBy, independenceNull, SHUFFLES } from './independence-null';
import { fitPatterns } from './k-means';
import type { Fit } from './lloyd';
import { mapLayout } from './map-layout';
import { mixBy } from './mix';
import { nearest } from './nearest';
import { patternKey } from './pattern-key';
import { UNPLACED, type FoundPatterns, type Looked, type Pattern, type PatternsResult } from './patterns-result';
import { bootstrapStability, BOOTSTRAPS, stabilityOf } from './stability';
import { within } from './stage';
import { fewButDifferent, tellingStories } from './telling-stories';

/** Complete stories below which there is no clustering, dots only (METHOD 2b). */
export const COMPLETE_NEEDED = 100;
/** METHOD asks for at least 20 starts. */
const RESTARTS = 50;

export interface PatternOptions {
  /** Ids of the signifiers in use: the framework's core by default, so that children are not left out. */
  readonly signifiers: readonly string[];
  readonly seed: string;
  /** The view in one text, always the same for the same view: part of the patterns' keys. */
  readonly view: string;
  /** Partitions whose mix is wanted: locality, role. */
  readonly groupings?: readonly Grouping[];
  /** 1 per story that may be opened and read; medoids and reading lists name no other. */
  readonly readable?: Uint8Array;
}

/**
 * The Patterns page in one call (METHOD 2b): how many patterns, whether they are more than their questions' own shapes,
 * how stable, and what each is. The same set, options and seed give the same answer on any machine.
 *
 *   embed ─▶ complete < 100: too_few
 *     ▼
 *   choose k by prediction strength ─▶ 1: no_patterns_k1
 *     ▼
 *   independence null ─▶ not exceeded: no_patterns_null
 *     ▼
 *   fit all, bootstrap ─▶ none above .60: no_patterns_unstable
 *     ▼
 *   describe: patterns
 *
 * @throws Cancelled when `progress` says that nobody waits any more
 */
export function patternsOf(set: StorySet, options: PatternOptions, progress: Progress = UNWATCHED): PatternsResult {
  const random = seededRandom(`patterns/${options.seed}`);
  const embedding = embeddingOf(set, options.signifiers);
  const complete = completeRows(embedding).length;
  const looked = (fit?: Fit): Looked => ({
    blocks: embedding.blocks.map(({ id }) => id),
    seed: options.seed,
    stories: set.rows,
    placed: embedding.rows,
    complete,
    clusters: new Set(Array.from(embedding.story, (story) => set.cluster[story])).size,
    placedStories: embedding.story,
    map: mapLayout(embedding, fit?.centres ?? emptyCentres(0, embedding.width), fit ? sizesOf(fit) : []),
  });
  if (complete < COMPLETE_NEEDED) return { ...looked(), kind: 'too_few', needed: COMPLETE_NEEDED };

  const choosing = within(progress, 0, STEPS);
  const chosen = chooseCount(embedding, random.fork('count'), choosing);
  if (chosen.count === 1) return { ...looked(), kind: 'no_patterns_k1', chosen };

  const comparing = within(progress, CHOOSING_STEPS, STEPS);
  const independence = independenceNull(embedding, chosen.count, random.fork('null'), comparing);
  if (!independence.exceeds) return { ...looked(), kind: 'no_patterns_null', chosen, independence };

  const fit = fitPatterns(embedding, { count: chosen.count, restarts: RESTARTS, random: random.fork('fit') });
  const drawing = within(progress, CHOOSING_STEPS + SHUFFLES, STEPS);
  const jaccards = bootstrapStability(embedding, fit.centre, chosen.count, random.fork('bootstrap'), {
    progress: drawing,
  });
  if (jaccards.every((jaccard) => stabilityOf(jaccard) === 'not_shown')) {
    return { ...looked(fit), kind: 'no_patterns_unstable', chosen, independence, jaccards: Array.from(jaccards) };
  }
  advance(progress, STEPS, STEPS);
  return { ...looked(fit), chosen, independence, ...described(set, embedding, { fit, jaccards, options }) };
}

/** Steps told of: choosing, shuffling, drawing. */
const STEPS = CHOOSING_STEPS + SHUFFLES + BOOTSTRAPS;

interface Found {
  readonly fit: Fit;
  readonly jaccards: Float64Array;
  readonly options: PatternOptions;
}

function described(
  set: StorySet,
  embedding: Embedding,
  { fit, jaccards, options }: Found,
): Omit<FoundPatterns, 'chosen' | 'independence'> {
  const near = nearest(embedding, fit.centres);
  const between = betweenPatterns(near);
  const { count } = fit.centres;
  const differences = describePatterns(set, embedding, near.centre, count);
  const patterns = Array.from({ length: count }, (_, number): Pattern => {
    const inside = near.centre.map((own) => (own === number ? 1 : 0));
    const jaccard = jaccards[number] ?? 0;
    return {
      key: patternKey(options.view, embedding, fit.centres, number),
      size: sum(inside),
      between: sum(inside.map((own, row) => own & (between[row] ?? 0))),
      jaccard,
      stability: stabilityOf(jaccard),
      differences: differences[number] ?? [],
      telling: tellingStories(embedding, near, number, options.readable),
    };
  });
  const parts = { pattern: near.centre, count, cluster: set.cluster };
  return {
    kind: 'patterns',
    explained: explainedBy(near.within, embedding),
    patterns,
    centres: fit.centres,
    patternOf: perStory(set, embedding, near.centre, UNPLACED),
    betweenOf: perStory(set, embedding, between, 0),
    fewButDifferent: fewButDifferent(embedding, near, options.readable),
    mixes: (options.groupings ?? []).map((grouping) => mixBy(grouping, embedding, parts)),
  };
}

/** From rows of the embedding to stories of the set. */
function perStory(set: StorySet, embedding: Embedding, values: Uint8Array, otherwise: number): Uint8Array {
  const stories = new Uint8Array(set.rows).fill(otherwise);
  embedding.story.forEach((story, row) => (stories[story] = values[row] ?? otherwise));
  return stories;
}

function sizesOf({ centre, centres }: Fit): Float64Array {
  const sizes = new Float64Array(centres.count);
  for (const own of centre) sizes[own] = (sizes[own] ?? 0) + 1;
  return sizes;
}

function sum(values: Uint8Array): number {
  return values.reduce((total, value) => total + value, 0);
}
