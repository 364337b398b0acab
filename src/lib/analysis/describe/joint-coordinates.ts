import { BLOCK_STATE, type Block } from '../representation/block';

/** Stories that answered every one of some blocks, as points of all their coordinates side by side. */
export interface JointPoints {
  readonly rows: Uint32Array;
  readonly width: number;
  /** Row by row. */
  readonly coordinates: Float64Array;
}

/** Complete cases only: what a joint picture of several signifiers can be computed from without guessing. */
export function jointPoints(blocks: readonly Block[], rows?: Uint32Array): JointPoints {
  const looked = rows ?? Uint32Array.from((blocks[0]?.state ?? new Uint8Array(0)).keys());
  const complete = looked.filter((row) => blocks.every(({ state }) => state[row] === BLOCK_STATE.answered));
  const width = blocks.reduce((sum, block) => sum + block.width, 0);
  const coordinates = new Float64Array(complete.length * width);
  complete.forEach((row, i) => {
    let at = i * width;
    for (const block of blocks) {
      coordinates.set(block.coordinates.subarray(row * block.width, (row + 1) * block.width), at);
      at += block.width;
    }
  });
  return { rows: complete, width, coordinates };
}
