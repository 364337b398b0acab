import { BLOCK_STATE, type Block } from './block';

/** Two stories compared: how far apart, and on how many blocks both answered. */
export interface PartialDistance {
  /** In design-scaled units: sqrt(1/6) on average under uniform answering. Null when too little was answered by both. */
  readonly distance: number | null;
  readonly joint: number;
}

/**
 * Gower-type partial distance of two stories (Gower 1971, Biometrics 27, 857-871; METHOD 2a): the square root of the
 * mean, over the blocks both answered, of the squared distance in the block. A block neither or one answered says
 * nothing about likeness and is left out, never filled in.
 *
 * @returns distance null when fewer than half of the blocks were answered by both
 */
export function partialDistance(blocks: readonly Block[], one: number, other: number): PartialDistance {
  let joint = 0;
  let sum = 0;
  for (const block of blocks) {
    if (block.state[one] !== BLOCK_STATE.answered || block.state[other] !== BLOCK_STATE.answered) continue;
    joint += 1;
    sum += squaredBlockDistance(block, one, other);
  }
  return { distance: joint * 2 < blocks.length || joint === 0 ? null : Math.sqrt(sum / joint), joint };
}

function squaredBlockDistance({ coordinates, width }: Block, one: number, other: number): number {
  let sum = 0;
  for (let axis = 0; axis < width; axis += 1) {
    const apart = (coordinates[one * width + axis] ?? NaN) - (coordinates[other * width + axis] ?? NaN);
    sum += apart * apart;
  }
  return sum;
}
