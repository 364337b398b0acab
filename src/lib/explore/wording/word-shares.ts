import { wilson, type ShareInterval } from '../../analysis/wilson';
import type { ComparedWord, Texts } from '../../protocol/word-use';

/** One word with the share of each group's stories that use it; null where the number is not told. */
export interface WordShares {
  readonly word: string;
  readonly shares: readonly [ShareInterval | null, ShareInterval | null];
  readonly read: readonly number[];
}

export function wordShares(words: readonly ComparedWord[], first: Texts, second: Texts): WordShares[] {
  const share = (uses: number | null, { stories }: Texts): ShareInterval | null =>
    uses === null ? null : wilson(uses, stories);
  return words.map((each) => ({
    word: each.word,
    shares: [share(each.first, first), share(each.second, second)],
    read: each.read,
  }));
}
