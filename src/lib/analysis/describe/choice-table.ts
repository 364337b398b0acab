import { NO_GROUP, type Block, type Grouping } from '../representation/block';
import { answeredRows, type AnswerCounts } from './answers';

export interface ChoiceTable extends AnswerCounts {
  /** One row per group, one column per option. */
  readonly counts: readonly (readonly number[])[];
}

/** How often each option of a choice was taken, by group; stories without a group are counted in n and in no row. */
export function choiceTable(block: Block, grouping: Grouping, rows?: Uint32Array): ChoiceTable {
  if (block.kind !== 'choice') throw new RangeError(`${block.id} is no choice`);
  const answered = answeredRows(block, rows);
  const counts = grouping.groups.map(() => Array.from({ length: block.width }, () => 0));
  for (const row of answered.rows) {
    const group = grouping.of[row] ?? NO_GROUP;
    const line = counts[group];
    const option = chosen(block, row);
    if (line && option >= 0) line[option] = (line[option] ?? 0) + 1;
  }
  return { n: answered.n, notApplicable: answered.notApplicable, unanswered: answered.unanswered, counts };
}

/** The option a story took, -1 for none. */
function chosen(block: Block, row: number): number {
  return block.coordinates.subarray(row * block.width, (row + 1) * block.width).findIndex((height) => height > 0);
}
