import { groupOf } from '../../analysis/disclosure/group';
import { guardWords, type WordUse } from '../../analysis/disclosure/guard-words';
import type { DisclosurePolicy } from '../../analysis/disclosure/policy';
import { logOdds } from '../../analysis/words/log-odds';
import { FEWEST_CLUSTERS, FEWEST_STORIES, shownWords, type ShownWord } from '../../analysis/words/shown-words';
import { vocabulary } from '../../analysis/words/vocabulary';
import type { ComparedWord } from '../../protocol/word-use';

/** A text of the language compared, and where it stands. */
export interface SidedText {
  readonly serial: number;
  readonly words: readonly string[];
  readonly cluster: number;
  readonly side: 'first' | 'second';
}

export interface ComparedWords {
  readonly tested: number;
  readonly more: ComparedWord[];
  readonly fewer: ComparedWord[];
}

/** Words shown on a side: more would be read as a list of everything that is different. */
const MOST_SHOWN = 20;
/** Stories named to read for each word: as many as every word shown has, so that their number says nothing. */
const READ = FEWEST_STORIES;

/**
 * Words that two groups use differently (METHOD 2b: once per story, log-odds with an informative prior, q <= .05), under the
 * rules of disclosure: on the side that uses a word more it is used by 5 stories of 3 sessions, and a number stands
 * beside it only where any other count would be allowed one.
 */
export function compareWords(texts: readonly SidedText[], policy: DisclosurePolicy): ComparedWords {
  const told = vocabulary(texts.map(({ words, cluster, side }) => ({ words, cluster, inGroup: side === 'first' })));
  const odds = logOdds(told);
  const tested = odds.filter(({ stories, clusters }) => stories >= FEWEST_STORIES && clusters >= FEWEST_CLUSTERS);
  const apart = shownWords(odds);
  const uses = usesOf(
    texts,
    apart.map(({ word }) => word),
  );
  const listed = (words: readonly ShownWord[], side: 'first' | 'second'): ComparedWord[] =>
    allowed(words, side, uses, texts, policy).slice(0, MOST_SHOWN);
  return {
    tested: tested.length,
    more: listed(
      apart.filter(({ z }) => z > 0),
      'first',
    ),
    fewer: listed(apart.filter(({ z }) => z < 0).reverse(), 'second'),
  };
}

type Uses = ReadonlyMap<string, readonly SidedText[]>;

function usesOf(texts: readonly SidedText[], words: readonly string[]): Uses {
  const uses = new Map<string, SidedText[]>(words.map((word) => [word, []]));
  for (const text of texts) for (const word of new Set(text.words)) uses.get(word)?.push(text);
  return uses;
}

function allowed(
  words: readonly ShownWord[],
  side: 'first' | 'second',
  uses: Uses,
  texts: readonly SidedText[],
  policy: DisclosurePolicy,
): ComparedWord[] {
  const other = side === 'first' ? 'second' : 'first';
  const counted = (which: 'first' | 'second'): Map<string, number | null> => {
    const whole = sideGroup(texts, which);
    const own = words.map(({ word }): WordUse => ({ word, stories: sideGroup(uses.get(word) ?? [], which) }));
    return new Map(guardWords(whole, own, policy).map(({ word, stories }) => [word, stories]));
  };
  const [here, there] = [counted(side), counted(other)];
  return words.flatMap(({ word }) => {
    if (!here.has(word)) return [];
    const own = here.get(word) ?? null;
    const others = there.get(word) ?? null;
    const read = (uses.get(word) ?? []).filter((text) => text.side === side).slice(0, READ);
    return [
      {
        word,
        first: side === 'first' ? own : others,
        second: side === 'first' ? others : own,
        read: read.map(({ serial }) => serial),
      },
    ];
  });
}

function sideGroup(texts: readonly SidedText[], side: 'first' | 'second') {
  const own = texts.filter((text) => text.side === side);
  return groupOf(
    own.keys(),
    own.map(({ cluster }) => cluster),
  );
}
