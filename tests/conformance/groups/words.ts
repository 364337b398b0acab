import { logOdds, type WordOdds } from '$lib/analysis/words/log-odds';
import { vocabulary } from '$lib/analysis/words/vocabulary';
import { wordsOf } from '$lib/analysis/words/words-of';
import { at, textAt } from '../figure';
import { under, type FigureGroup } from '../figure-group';
import type { ReferenceSet } from '../reference-set';
import { absolute, exact } from '../rule';

/** Words of one locality against the rest. The reference counts every occurrence; the product counts a word once per story. */
export const words: FigureGroup = {
  name: 'log-odds of words',
  owns: under('log_odds_words'),
  compute(set) {
    const group = textAt(set.reference, ['log_odds_words', 'group']);
    const chosen = set.localities.groups.indexOf(group ?? '');
    if (!set.words || chosen < 0) return undefined;
    const stories = set.words.map((text, row) => ({
      words: wordsOf(text),
      inGroup: set.localities.of[row] === chosen,
      cluster: set.stories.cluster[row] ?? 0,
    }));
    const ranked = logOdds(vocabulary(stories, 'every')).sort((a, b) => b.z - a.z);
    return {
      log_odds_words: {
        top: ranked.slice(0, listed(set, 'top')).map(line),
        bottom: ranked.slice(ranked.length - listed(set, 'bottom')).map(line),
      },
    };
  },
  rule: (path) => (Number(path.at(-1)) < 3 ? exact : absolute(1e-8)),
};

function line({ word, inGroup, inRest, delta, z }: WordOdds) {
  return [word, inGroup, inRest, delta, z];
}

function listed({ reference }: ReferenceSet, end: 'top' | 'bottom'): number {
  const lines = at(reference, ['log_odds_words', end]);
  return Array.isArray(lines) ? lines.length : 0;
}
