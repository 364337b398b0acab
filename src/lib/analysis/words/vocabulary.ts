/** How a word is used by a group of stories and by the rest. */
export interface WordUse {
  readonly word: string;
  readonly inGroup: number;
  readonly inRest: number;
  /** Stories and gatherings of either side that use it. */
  readonly stories: number;
  readonly clusters: number;
}

export interface Vocabulary {
  /** By word, in the order of code points: the same on every machine. */
  readonly words: readonly WordUse[];
  /** Sums of the counts. */
  readonly inGroup: number;
  readonly inRest: number;
}

/** One story's words and where it stands. */
export interface TextStory {
  readonly words: readonly string[];
  readonly inGroup: boolean;
  readonly cluster: number;
}

/**
 * Counts a vocabulary. `once` per story is the method: a child repeats a word, and a story is one voice (METHOD 2b).
 * `every` occurrence is there to compare with other tools.
 */
export function vocabulary(stories: Iterable<TextStory>, count: 'once' | 'every' = 'once'): Vocabulary {
  const uses = new Map<string, { inGroup: number; inRest: number; stories: number; clusters: Set<number> }>();
  let inGroup = 0;
  let inRest = 0;
  for (const story of stories) {
    const distinct = new Set(story.words);
    for (const word of distinct) {
      const use = uses.get(word) ?? { inGroup: 0, inRest: 0, stories: 0, clusters: new Set<number>() };
      use.stories += 1;
      use.clusters.add(story.cluster);
      uses.set(word, use);
    }
    for (const word of count === 'once' ? distinct : story.words) {
      const use = uses.get(word);
      if (!use) continue;
      if (story.inGroup) {
        use.inGroup += 1;
        inGroup += 1;
      } else {
        use.inRest += 1;
        inRest += 1;
      }
    }
  }
  const words = [...uses].map(([word, use]) => ({ word, ...use, clusters: use.clusters.size }));
  return { words: words.sort((a, b) => (a.word < b.word ? -1 : 1)), inGroup, inRest };
}
