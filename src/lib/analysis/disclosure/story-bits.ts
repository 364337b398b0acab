/** A set of stories of one collection, a bit each: story `i` is bit `i % 32` of word `i / 32`. */
export interface StoryBits {
  /** Stories in the collection. */
  readonly rows: number;
  readonly words: Uint32Array;
}

/** The stories for which `holds` says true. */
export function storyBits(rows: number, holds: (row: number) => boolean): StoryBits {
  const words = new Uint32Array(Math.ceil(rows / 32));
  for (let row = 0; row < rows; row += 1) {
    if (holds(row)) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  return { rows, words };
}

export function hasStory({ words }: StoryBits, row: number): boolean {
  return ((words[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}
