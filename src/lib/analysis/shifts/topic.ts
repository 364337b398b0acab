import { BLOCK_STATE, type Block, type StorySet } from '../representation/block';
import { binned, NO_BIN, type Binned } from './bins';
import type { PairSums } from './energy';
import { featuresOf, type Features } from './features';
import { binnedPairSums, EXACT_UP_TO, exactPairSums } from './pair-sums';

/** What of a signifier is compared: where the stories were placed, or how many said that it does not apply. */
export type Aspect = 'placement' | 'not_applicable';

/** One block of a topic, ready to be compared. */
export interface Facet {
  /** Null for the not-applicable share. */
  readonly block: Block | null;
  readonly answers: Binned;
  readonly features: Features;
  /** Distances between the answers of all groups: exact up to EXACT_UP_TO stories, from bins beyond. */
  sums(groupOf: Uint16Array, groups: number): PairSums;
}

/** What one test is about. The statistics of a signifier's blocks (its stones, its options) are added up. */
export interface Topic {
  readonly signifier: string;
  readonly aspect: Aspect;
  readonly facets: readonly Facet[];
}

/**
 * Features kept for permutations: about nine tenths of the spread of triad answers and nearly all of a slider's. More
 * changed neither the share of null tests flagged nor the power (docs/calibration.md).
 */
const MOST_FEATURES = 15;
const ENOUGH = 0.97;

/** Said to apply, said not to: one apart. */
const YES_NO = { count: 2, width: 1, centres: Float64Array.of(0, 1) };

/**
 * Two topics for each signifier, in the order of the blocks: its placements and its not-applicable share.
 *
 * @param each called after each signifier, for progress
 */
export function topicsOf({ blocks, rows }: StorySet, each: (done: number, of: number) => void): Topic[] {
  const signifiers = [...new Set(blocks.map((block) => block.signifier))];
  return signifiers.flatMap((signifier, i) => {
    const own = blocks.filter((block) => block.signifier === signifier);
    // The options of one multiple choice are said not to apply together; stones one by one.
    const apart = own[0]?.kind === 'option' ? own.slice(0, 1) : own;
    const topics: Topic[] = [
      { signifier, aspect: 'placement', facets: own.map((block) => placementFacet(block, rows)) },
      { signifier, aspect: 'not_applicable', facets: apart.map(notApplicableFacet) },
    ];
    each(i + 1, signifiers.length);
    return topics;
  });
}

function placementFacet(block: Block, rows: number): Facet {
  const answers = binned(block);
  const withoutLoss = block.kind === 'choice' || block.kind === 'option';
  return facet(block, answers, (of, groups) =>
    rows > EXACT_UP_TO || withoutLoss ? binnedPairSums(answers, of, groups) : exactPairSums(block, of, groups),
  );
}

function notApplicableFacet({ state }: Block): Facet {
  const of = new Uint16Array(state.length).fill(NO_BIN);
  for (let i = 0; i < state.length; i += 1) {
    if (state[i] === BLOCK_STATE.answered) of[i] = 0;
    else if (state[i] === BLOCK_STATE.notApplicable) of[i] = 1;
  }
  const answers = { grid: YES_NO, of };
  return facet(null, answers, (groupOf, groups) => binnedPairSums(answers, groupOf, groups));
}

function facet(block: Block | null, answers: Binned, sums: Facet['sums']): Facet {
  const counts = new Float64Array(answers.grid.count);
  for (const bin of answers.of) if (bin !== NO_BIN) counts[bin] = (counts[bin] ?? 0) + 1;
  return { block, answers, features: featuresOf(answers.grid, counts, MOST_FEATURES, ENOUGH), sums };
}
