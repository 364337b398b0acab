import { BLOCK_STATE, type Block, type BlockKind, type StorySet } from '../representation/block';
import { wilson, type ShareInterval } from '../wilson';
import { answerParts, type AnswerParts } from './answer-parts';
import type { Axes, Embedding } from './embedding';
import { groupSpreads, together, type GroupSpread } from './group-spread';
import { standardisedDifference } from './standardised-difference';

/** The same figure of a pattern's stories and of all other placed stories. */
export interface Compared<Figure> {
  readonly pattern: Figure;
  readonly others: Figure;
}

/** One part of an answer: how many of a pattern's answers lie there, how many of the others'. */
export interface PartShare {
  /** A zone, a fifth, a quarter, a ring, the number of an option, or chosen: as `answerParts` names them. */
  readonly part: string;
  readonly hits: Compared<number>;
  /** Of those who answered, in [0, 1]; null where nobody did. Wilson 95 % as if stories were told one by one. */
  readonly share: Compared<ShareInterval | null>;
}

/** How a pattern differs from all other stories on one block. */
export interface BlockDifference {
  readonly block: string;
  readonly signifier: string;
  readonly kind: BlockKind;
  /** Standardised difference of the means, from 0; null where one side has no answer, Infinity where neither side varies. */
  readonly difference: number | null;
  /** Mean of the pattern's answers in the block's design-scaled coordinates; null where nobody answered. */
  readonly mean: readonly number[] | null;
  readonly counts: Compared<StateCounts>;
  /** Not applicable, of those who answered or said so. */
  readonly notApplicable: Compared<ShareInterval | null>;
  /** Every part, the one whose shares differ most first: what lies behind the difference. */
  readonly parts: readonly PartShare[];
}

/** The three states of an answer, never merged. */
export interface StateCounts {
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
}

/**
 * What distinguishes each pattern from all other stories: every block in use, the most different first. The same answers
 * made the patterns, so that these figures describe and test nothing (METHOD 2b).
 *
 * @param pattern per row of the embedding
 * @returns one list per pattern
 */
export function describePatterns(
  set: StorySet,
  embedding: Embedding,
  pattern: Uint8Array,
  count: number,
): readonly (readonly BlockDifference[])[] {
  const tallies = embedding.blocks.map((axes, number) => {
    const block = set.blocks.find(({ id }) => id === axes.id);
    if (!block) throw new RangeError(`no block ${axes.id} in the set`);
    const parts = answerParts(axes.kind, axes.width);
    const counted = tally(embedding, pattern, count, { axes, block, parts });
    return { axes, parts, ...counted, spreads: groupSpreads(embedding, number, pattern, count) };
  });
  return Array.from({ length: count }, (_, own) =>
    tallies.map((one) => blockDifference(one, own)).sort((p, q) => (q.difference ?? -1) - (p.difference ?? -1)),
  );
}

interface Tally {
  /** Per pattern its three states. */
  readonly states: readonly Float64Array[];
  /** Per pattern its answers in each part. */
  readonly hits: readonly Float64Array[];
}

interface Tallied extends Tally {
  readonly axes: Axes;
  readonly parts: AnswerParts;
  readonly spreads: readonly GroupSpread[];
}

function tally(
  embedding: Embedding,
  pattern: Uint8Array,
  count: number,
  { axes, block, parts }: { axes: Axes; block: Block; parts: AnswerParts },
): Tally {
  const states = Array.from({ length: count }, () => new Float64Array(3));
  const hits = Array.from({ length: count }, () => new Float64Array(parts.names.length));
  for (let row = 0; row < embedding.rows; row += 1) {
    const own = pattern[row] ?? 0;
    const state = block.state[embedding.story[row] ?? 0] ?? BLOCK_STATE.unanswered;
    add(states[own], state);
    if (state === BLOCK_STATE.answered) {
      add(hits[own], parts.partAt(embedding.coordinates, row * embedding.width + axes.offset));
    }
  }
  return { states, hits };
}

function blockDifference({ axes, parts, states, hits, spreads }: Tallied, own: number): BlockDifference {
  const spread = spreads[own] ?? { n: 0, mean: new Float64Array(axes.width), squared: 0 };
  const counts = { pattern: countsOf(states[own] ?? new Float64Array(3)), others: countsOf(sumOfOthers(states, own)) };
  const others = sumOfOthers(hits, own);
  return {
    block: axes.id,
    signifier: axes.signifier,
    kind: axes.kind,
    difference: standardisedDifference(spread, together(spreads.filter((_, pattern) => pattern !== own))),
    mean: spread.n === 0 ? null : Array.from(spread.mean),
    counts,
    notApplicable: { pattern: notApplicableShare(counts.pattern), others: notApplicableShare(counts.others) },
    parts: parts.names
      .map((part, i) => partShare(part, hits[own]?.[i] ?? 0, others[i] ?? 0, counts))
      .sort(byDifference),
  };
}

function sumOfOthers(columns: readonly Float64Array[], own: number): Float64Array {
  const sum = new Float64Array(columns[own]?.length ?? 0);
  columns.forEach((column, pattern) => {
    if (pattern !== own) column.forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value));
  });
  return sum;
}

function partShare(part: string, pattern: number, others: number, counts: Compared<StateCounts>): PartShare {
  return {
    part,
    hits: { pattern, others },
    share: { pattern: wilson(pattern, counts.pattern.answered), others: wilson(others, counts.others.answered) },
  };
}

function byDifference(p: PartShare, q: PartShare): number {
  return apart(q) - apart(p);
}

function apart({ share }: PartShare): number {
  return Math.abs((share.pattern?.share ?? 0) - (share.others?.share ?? 0));
}

function notApplicableShare({ answered, notApplicable }: StateCounts): ShareInterval | null {
  return wilson(notApplicable, answered + notApplicable);
}

function countsOf(states: Float64Array): StateCounts {
  return {
    answered: states[BLOCK_STATE.answered] ?? 0,
    notApplicable: states[BLOCK_STATE.notApplicable] ?? 0,
    unanswered: states[BLOCK_STATE.unanswered] ?? 0,
  };
}

function add(counts: Float64Array | undefined, at: number): void {
  if (counts) counts[at] = (counts[at] ?? 0) + 1;
}
