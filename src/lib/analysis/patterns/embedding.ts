import { BLOCK_STATE, type Block, type BlockKind, type StorySet } from '../representation/block';

/** Where one block's coordinates stand within a row of the embedding. */
export interface Axes {
  readonly id: string;
  readonly signifier: string;
  readonly kind: BlockKind;
  readonly offset: number;
  readonly width: number;
}

/**
 * Stories as points of one space: the design-scaled blocks in use, side by side (METHOD 2a). Only placed stories are in
 * it: those that answered at least half of the blocks.
 *
 * A coordinate that was not answered is 0 and is never read as a position: `combination` tells which blocks count. The
 * zero makes the dot product of a story and a centre run over the answered blocks by itself, which is why complete and
 * partial stories share one fast kernel (nearest-centre.ts).
 */
export interface Embedding {
  readonly rows: number;
  /** Coordinates per row. */
  readonly width: number;
  readonly blocks: readonly Axes[];
  /** Row by row. */
  readonly coordinates: Float64Array;
  /** Per row the sum of its squared coordinates. */
  readonly squares: Float64Array;
  /** Per row an index into `combinations`. */
  readonly combination: Uint32Array;
  /** The combinations of answered blocks that occur; a 1 per answered block. */
  readonly combinations: readonly Uint8Array[];
  /** How many blocks each combination answers. */
  readonly answeredBlocks: Float64Array;
  /** Per row its index in the story set. */
  readonly story: Uint32Array;
}

/**
 * The placed stories of a set on the blocks of the given signifiers, in the set's order of blocks.
 *
 * Blocks are the units that weigh the same: a signifier of several blocks (stones, a multiple choice) weighs by their number.
 */
export function embeddingOf(set: StorySet, signifiers: readonly string[]): Embedding {
  const used = set.blocks.filter(({ signifier, width }) => width > 0 && signifiers.includes(signifier));
  const blocks = axesOf(used);
  const width = blocks.reduce((sum, axes) => sum + axes.width, 0);
  const story = placedStories(set.rows, used);
  const coordinates = new Float64Array(story.length * width);
  for (let row = 0; row < story.length; row += 1) {
    const index = story[row] ?? 0;
    let at = row * width;
    for (const block of used) {
      const answered = block.state[index] === BLOCK_STATE.answered;
      for (let axis = 0; axis < block.width; axis += 1, at += 1) {
        if (answered) coordinates[at] = block.coordinates[index * block.width + axis] ?? 0;
      }
    }
  }
  const { combination, combinations } = combinationsOf(used, story);
  return {
    rows: story.length,
    width,
    blocks,
    coordinates,
    squares: squaresOf(coordinates, width),
    combination,
    combinations,
    answeredBlocks: countsOf(combinations),
    story,
  };
}

/** Whether every row answered every block. */
export function isComplete({ blocks, answeredBlocks }: Embedding): boolean {
  return answeredBlocks.every((answered) => answered === blocks.length);
}

/** The rows that answered every block. */
export function completeRows(embedding: Embedding): Uint32Array {
  const { answeredBlocks, combination, blocks } = embedding;
  const rows = Uint32Array.from({ length: embedding.rows }, (_, row) => row);
  return rows.filter((row) => answeredBlocks[combination[row] ?? 0] === blocks.length);
}

/** Some rows of an embedding, in the given order; a row may be named more than once. */
export function rowsOf(from: Embedding, rows: Uint32Array): Embedding {
  const { width } = from;
  const coordinates = new Float64Array(rows.length * width);
  const squares = new Float64Array(rows.length);
  const combination = new Uint32Array(rows.length);
  const story = new Uint32Array(rows.length);
  // Only the combinations that still occur: whoever takes the complete rows gets a complete embedding.
  const numbers = new Int32Array(from.combinations.length).fill(-1);
  const combinations: Uint8Array[] = [];
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    for (let axis = 0; axis < width; axis += 1) {
      coordinates[i * width + axis] = from.coordinates[row * width + axis] ?? 0;
    }
    squares[i] = from.squares[row] ?? 0;
    story[i] = from.story[row] ?? 0;
    const before = from.combination[row] ?? 0;
    if (numbers[before] === -1) {
      numbers[before] = combinations.length;
      combinations.push(from.combinations[before] ?? new Uint8Array(0));
    }
    combination[i] = numbers[before] ?? 0;
  }
  const answeredBlocks = countsOf(combinations);
  return { ...from, rows: rows.length, coordinates, squares, combination, combinations, answeredBlocks, story };
}

/** Sums of squared coordinates, row by row. */
export function squaresOf(coordinates: Float64Array, width: number): Float64Array {
  const squares = new Float64Array(width === 0 ? 0 : coordinates.length / width);
  for (let row = 0, at = 0; row < squares.length; row += 1) {
    let sum = 0;
    for (let axis = 0; axis < width; axis += 1, at += 1) sum += (coordinates[at] ?? 0) ** 2;
    squares[row] = sum;
  }
  return squares;
}

function countsOf(combinations: readonly Uint8Array[]): Float64Array {
  return Float64Array.from(combinations, (answered) => answered.reduce((sum, one) => sum + one, 0));
}

function axesOf(blocks: readonly Block[]): readonly Axes[] {
  let offset = 0;
  return blocks.map(({ id, signifier, kind, width }) => {
    const axes = { id, signifier, kind, offset, width };
    offset += width;
    return axes;
  });
}

function placedStories(rows: number, blocks: readonly Block[]): Uint32Array {
  const placed = new Uint32Array(rows);
  let count = 0;
  for (let index = 0; index < rows; index += 1) {
    let answered = 0;
    for (const block of blocks) if (block.state[index] === BLOCK_STATE.answered) answered += 1;
    if (answered > 0 && answered * 2 >= blocks.length) {
      placed[count] = index;
      count += 1;
    }
  }
  return placed.slice(0, count);
}

function combinationsOf(
  blocks: readonly Block[],
  story: Uint32Array,
): { combination: Uint32Array; combinations: Uint8Array[] } {
  // Numbered block by block: what was seen so far together with this block's answer gets the next free number.
  let combination = new Uint32Array(story.length);
  let combinations: Uint8Array[] = [new Uint8Array(0)];
  for (const block of blocks) {
    const numbers = new Int32Array(2 * combinations.length).fill(-1);
    const next: Uint8Array[] = [];
    const renumbered = new Uint32Array(story.length);
    for (let row = 0; row < story.length; row += 1) {
      const before = combination[row] ?? 0;
      const answered = block.state[story[row] ?? 0] === BLOCK_STATE.answered ? 1 : 0;
      const pair = before * 2 + answered;
      let number = numbers[pair] ?? -1;
      if (number === -1) {
        number = next.length;
        numbers[pair] = number;
        next.push(Uint8Array.of(...(combinations[before] ?? []), answered));
      }
      renumbered[row] = number;
    }
    combination = renumbered;
    combinations = next;
  }
  return { combination, combinations };
}
