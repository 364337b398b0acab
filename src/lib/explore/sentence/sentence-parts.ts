import { DIMENSION, type Dimension } from '../../columns/dimension';
import type { Clause } from '../../columns/clause';
import { clauseWords, inSentence, oneOf } from '../clause-words';
import { optionsOf } from '../clause-parts';
import type { ViewWords } from '../view-words';
import { t } from '../words';

/** A filter that stands in the sentence as a chip; `lead` are the words before it. */
export interface Chip {
  readonly source: string;
  readonly lead: string;
  readonly text: string;
  readonly drawn: boolean;
  /** The question it belongs to. */
  readonly title: string;
}

type WordsOf = (dimension: Dimension) => ViewWords;

/** Filters that have no phrase of their own, each with the words that lead to it; a lead said before is not said again. */
export function chipsOf(
  clauses: readonly Clause[],
  dimensions: readonly Dimension[],
  phrased: ReadonlySet<string>,
  words: WordsOf,
): Chip[] {
  let said: string | null = null;
  return clauses.flatMap((clause) => {
    const dimension = dimensions.find((candidate) => candidate.id === clause.dimension);
    if (dimension === undefined || phrased.has(clause.source)) return [];
    const { lead, text, drawn = false } = clauseWords(clause, dimension, words(dimension));
    const leadWords = t(`sentence.lead.${lead}`);
    const again = said === lead ? t('sentence.and') : t('sentence.andLead', { lead: leadWords });
    const leading = said === null ? leadWords : again;
    said = lead;
    return [{ source: clause.source, lead: leading, text, drawn, title: words(dimension).title }];
  });
}

/** "anyone", "children", "children or families". */
export function whoPhrase(clauses: readonly Clause[]): string {
  const picked = optionsOf(clauses.filter((clause) => clause.source === DIMENSION.audience));
  const names = picked.flatMap((id) =>
    id === 'child' || id === 'youth' || id === 'family' || id === 'pro' ? [t(`audienceOf.${id}`)] : [],
  );
  return names.length === 0 ? t('sentence.anyone') : oneOf(names);
}

/** Names of the chosen places, whichever scheme they were chosen in. */
export function wherePhrase(clauses: readonly Clause[], dimensions: readonly Dimension[], words: WordsOf): string {
  const names = dimensions.flatMap((dimension) => {
    const picked = optionsOf(clauses.filter((clause) => clause.source === dimension.id));
    if (picked.length === 0) return [];
    const { labels } = words(dimension);
    return picked.map((id) => labels.find((label) => label.id === id)?.label ?? id);
  });
  return names.length === 0 ? t('sentence.everywhere') : oneOf(names.map(keepName));
}

/** "The whole city" begins small in a sentence, "North East" does not. */
function keepName(name: string): string {
  return /^(The|Not|Outside|I'd)\b/.test(name) ? inSentence(name) : name;
}
