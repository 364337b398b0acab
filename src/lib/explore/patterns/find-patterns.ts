import { patternsOf } from '../../analysis/patterns/patterns-of';
import type { Progress } from '../../analysis/progress';
import { NO_GROUP, type Grouping } from '../../analysis/representation/block';
import { groupingOf } from '../../columns/grouping';
import type { Kernel } from '../../columns/kernel';
import { storiesAt, storySetOf } from '../../columns/story-set';
import type { PatternsAnswer, PatternsQuestion } from './patterns-answer';

/** In the column `readable`: the story may be opened and read. */
const READABLE = 2;

/** The patterns of a view. Stories to read are named only where they may be read. */
export function findPatterns(kernel: Kernel, question: PatternsQuestion, progress?: Progress): PatternsAnswer {
  const { snapshot } = kernel;
  const { fail } = kernel.select(question.within, []);
  const rows = Uint32Array.from({ length: snapshot.rows }, (_, row) => row).filter((row) => fail[row] === 0);
  const set = storiesAt(storySetOf(snapshot, new Set(question.signifiers)), rows);
  const groupings = question.groupings.flatMap((id): Grouping[] => {
    const dimension = kernel.dimensions.find((candidate) => candidate.id === id);
    const whole = dimension && groupingOf(snapshot, dimension);
    return whole ? [{ ...whole, of: Uint16Array.from(rows, (row) => whole.of[row] ?? NO_GROUP) }] : [];
  });
  const { signifiers, seed, view } = question;
  const readable = Uint8Array.from(rows, (row) => (snapshot.readable[row] === READABLE ? 1 : 0));
  return { result: patternsOf(set, { signifiers, seed, view, groupings, readable }, progress), rows };
}
