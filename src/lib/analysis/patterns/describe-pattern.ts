import { BLOCK_STATE, type Block, type BlockKind, type StorySet } from '../representation/block';
import { wilson, type ShareInterval } from '../wilson';
import { answerParts } from './answer-parts';
import type { Axes, Embedding } from './embedding';
import { standardisedDifferences } from './standardised-difference';

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
  /** Standardised difference of the means, from 0; null where it cannot be formed. */
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
 * What distinguishes a pattern: every block in use, the most different first. The same answers made the pattern, so that
 * these figures describe and test nothing (METHOD 2b).
 *
 * @param inside 1 per row of the embedding that belongs to the pattern
 */
export function describePattern(set: StorySet, embedding: Embedding, inside: Uint8Array): readonly BlockDifference[] {
  const differences = standardisedDifferences(embedding, inside);
  return embedding.blocks
    .map((axes, number) => {
      const block = set.blocks.find(({ id }) => id === axes.id);
      if (!block) throw new RangeError(`no block ${axes.id} in the set`);
      return blockDifference(embedding, inside, { axes, block, difference: differences[number] ?? null });
    })
    .sort((p, q) => (q.difference ?? -1) - (p.difference ?? -1));
}

interface OneBlock {
  readonly axes: Axes;
  readonly block: Block;
  readonly difference: number | null;
}

function blockDifference(
  embedding: Embedding,
  inside: Uint8Array,
  { axes, block, difference }: OneBlock,
): BlockDifference {
  const parts = answerParts(axes.kind, axes.width);
  // Rows outside first, inside second: `inside` is the index.
  const states = [new Float64Array(3), new Float64Array(3)] as const;
  const hits = [new Float64Array(parts.names.length), new Float64Array(parts.names.length)] as const;
  const sum = new Float64Array(axes.width);
  for (let row = 0; row < embedding.rows; row += 1) {
    const side = inside[row] === 1 ? 1 : 0;
    const state = block.state[embedding.story[row] ?? 0] ?? BLOCK_STATE.unanswered;
    count(states[side], state);
    if (state !== BLOCK_STATE.answered) continue;
    const from = row * embedding.width + axes.offset;
    count(hits[side], parts.partAt(embedding.coordinates, from));
    if (side === 1)
      sum.forEach((_, axis) => (sum[axis] = (sum[axis] ?? 0) + (embedding.coordinates[from + axis] ?? 0)));
  }
  const counts = { pattern: countsOf(states[1]), others: countsOf(states[0]) };
  return {
    block: axes.id,
    signifier: axes.signifier,
    kind: axes.kind,
    difference,
    mean: counts.pattern.answered === 0 ? null : Array.from(sum, (total) => total / counts.pattern.answered),
    counts,
    notApplicable: { pattern: notApplicableShare(counts.pattern), others: notApplicableShare(counts.others) },
    parts: parts.names.map((part, i) => partShare(part, hits[1][i] ?? 0, hits[0][i] ?? 0, counts)).sort(byDifference),
  };
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

function count(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
