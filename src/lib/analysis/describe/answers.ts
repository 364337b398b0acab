import { BLOCK_STATE, type Block } from '../representation/block';

/** How the stories looked at stand to one question: three states, never merged; n is the answered ones. */
export interface AnswerCounts {
  readonly n: number;
  readonly notApplicable: number;
  readonly unanswered: number;
}

/** The answered stories of a block: their rows and places, in the order of `rows`. */
export interface Points extends AnswerCounts {
  readonly rows: Uint32Array;
  /** First coordinate, design-scaled. */
  readonly xs: Float64Array;
  /** Second coordinate; zero where the block has one coordinate. */
  readonly ys: Float64Array;
}

/** The places of a block with one or two coordinates (triad, slider, stone, ring, option), of all stories or of `rows`. */
export function pointsOf(block: Block, rows?: Uint32Array): Points {
  if (block.width > 2) throw new RangeError(`${block.id} has ${block.width} coordinates: no point`);
  const answered = answeredRows(block, rows);
  const xs = new Float64Array(answered.rows.length);
  const ys = new Float64Array(answered.rows.length);
  answered.rows.forEach((row, i) => {
    xs[i] = block.coordinates[row * block.width] ?? Number.NaN;
    if (block.width === 2) ys[i] = block.coordinates[row * 2 + 1] ?? Number.NaN;
  });
  return { ...answered, xs, ys };
}

/** Which of the stories (all, or `rows`) answered a block, and how many of the others said that it does not apply. */
export function answeredRows(block: Block, rows?: Uint32Array): AnswerCounts & { readonly rows: Uint32Array } {
  const looked = rows ?? Uint32Array.from(block.state.keys());
  const answered = looked.filter((row) => block.state[row] === BLOCK_STATE.answered);
  let notApplicable = 0;
  for (const row of looked) if (block.state[row] === BLOCK_STATE.notApplicable) notApplicable += 1;
  const n = answered.length;
  return { n, notApplicable, unanswered: looked.length - n - notApplicable, rows: answered };
}
