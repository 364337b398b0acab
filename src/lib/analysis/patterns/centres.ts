import type { Axes, Embedding } from './embedding';

/** The centres of k patterns in an embedding's space, one after the other. */
export interface Centres {
  readonly count: number;
  readonly width: number;
  readonly values: Float64Array;
}

export function emptyCentres(count: number, width: number): Centres {
  return { count, width, values: new Float64Array(count * width) };
}

/** Squared distance of two centres over all blocks. */
export function squaredApart(one: Centres, i: number, other: Centres, j: number): number {
  let sum = 0;
  for (let axis = 0; axis < one.width; axis += 1) {
    const apart = (one.values[i * one.width + axis] ?? 0) - (other.values[j * other.width + axis] ?? 0);
    sum += apart * apart;
  }
  return sum;
}

/**
 * Squared norms of the centres over the blocks that each combination answers, `count` per combination: with these a
 * partial story's distance to a centre costs one dot product, as a complete one's does.
 */
export function partialNorms({ blocks, combinations }: Embedding, centres: Centres): Float64Array {
  const { count } = centres;
  const norms = new Float64Array(combinations.length * count);
  const byBlock = blockNorms(blocks, centres);
  combinations.forEach((answered, combination) => {
    for (let centre = 0; centre < count; centre += 1) {
      let sum = 0;
      for (let block = 0; block < blocks.length; block += 1) {
        if (answered[block] === 1) sum += byBlock[block * count + centre] ?? 0;
      }
      norms[combination * count + centre] = sum;
    }
  });
  return norms;
}

function blockNorms(blocks: readonly Axes[], { count, width, values }: Centres): Float64Array {
  const norms = new Float64Array(blocks.length * count);
  blocks.forEach((block, number) => {
    for (let centre = 0; centre < count; centre += 1) {
      let sum = 0;
      for (let axis = 0; axis < block.width; axis += 1) sum += (values[centre * width + block.offset + axis] ?? 0) ** 2;
      norms[number * count + centre] = sum;
    }
  });
  return norms;
}
