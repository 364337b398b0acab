import { answeredRows, type AnswerCounts } from '../describe/answers';
import type { Block } from '../representation/block';
import { fits, holds, type RegionShape } from './region-shape';

/** The answered stories of a block and which of them lie in the region. */
export interface RegionHits extends AnswerCounts {
  readonly rows: Uint32Array;
  /** 1 or 0 per answered story, in the order of `rows`. */
  readonly inside: Uint8Array;
}

/** @throws RangeError when the region was drawn on another kind of signifier */
export function regionHits(block: Block, shape: RegionShape, rows?: Uint32Array): RegionHits {
  if (!fits(shape, block)) throw new RangeError(`a region of a ${shape.kind} does not lie on ${block.id}`);
  const answered = answeredRows(block, rows);
  const inside = Uint8Array.from(answered.rows, (row) => {
    const x = block.coordinates[row * block.width] ?? Number.NaN;
    const y = block.width > 1 ? (block.coordinates[row * block.width + 1] ?? Number.NaN) : 0;
    return holds(shape, x, y) ? 1 : 0;
  });
  return { ...answered, inside };
}
