import type { Grouping, StorySet } from '../representation/block';
import { betweenPatterns } from './between';
import type { Centres } from './centres';
import { embeddingOf } from './embedding';
import { mixBy, type Mix } from './mix';
import { nearest } from './nearest';

/** Patterns as they were at a given day: their centres and the blocks these stand on. */
export interface FrozenPatterns {
  readonly signifiers: readonly string[];
  /** Ids of the blocks, in the order of the centres' coordinates. */
  readonly blocks: readonly string[];
  readonly centres: Centres;
}

/** How stories told at any time spread over frozen patterns. */
export interface FrozenReport {
  readonly placed: number;
  readonly unplaced: number;
  /** Placed stories between two of the patterns: a rise may say that the patterns no longer fit. */
  readonly between: number;
  readonly mix: Mix;
}

/**
 * A report by period: every story goes to the nearest of the frozen centres, so that the shares of two periods speak of the
 * same patterns (METHOD 2b). Patterns found anew in each period could not be compared.
 *
 * @param periods a grouping of the stories by period (or by anything else)
 * @throws RangeError when the set has other blocks than the patterns were found on
 */
export function frozenReport(set: StorySet, frozen: FrozenPatterns, periods: Grouping): FrozenReport {
  const embedding = embeddingOf(set, frozen.signifiers);
  const blocks = embedding.blocks.map(({ id }) => id);
  if (blocks.join('\n') !== frozen.blocks.join('\n') || embedding.width !== frozen.centres.width) {
    throw new RangeError('frozen patterns stand on other blocks than these stories');
  }
  const near = nearest(embedding, frozen.centres);
  const parts = { pattern: near.centre, count: frozen.centres.count, cluster: set.cluster };
  return {
    placed: embedding.rows,
    unplaced: set.rows - embedding.rows,
    between: betweenPatterns(near).reduce((sum, one) => sum + one, 0),
    mix: mixBy(periods, embedding, parts),
  };
}
