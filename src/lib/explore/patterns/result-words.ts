import { SHUFFLES } from '../../analysis/patterns/independence-null';
import type { Pattern, PatternsResult } from '../../analysis/patterns/patterns-result';
import { sizeWords } from '../../i18n/counted';
import { t } from './words';

const COUNTS = ['count.1', 'count.2', 'count.3', 'count.4', 'count.5', 'count.6', 'count.7', 'count.8'] as const;

/** More questions than this are not named in a sentence. */
const MOST_NAMED = 7;

/** A pattern that may be shown, with the number it keeps. */
export interface ShownPattern {
  readonly number: number;
  readonly pattern: Pattern;
}

/** Those that came back when stories were drawn again. */
export function shownPatterns(result: PatternsResult): readonly ShownPattern[] {
  if (result.kind !== 'patterns') return [];
  return result.patterns
    .map((pattern, number) => ({ number, pattern }))
    .filter(({ pattern }) => pattern.stability !== 'not_shown');
}

/** What was found, as one sentence. */
export function headWords(result: PatternsResult): string {
  switch (result.kind) {
    case 'too_few':
      return t('head.few', { n: result.complete, needed: result.needed });
    case 'no_patterns_k1':
      return t('head.one');
    case 'no_patterns_null':
      return t('head.null');
    case 'no_patterns_unstable':
      return t('head.unstable');
    case 'patterns': {
      const shown = shownPatterns(result).length;
      const count = COUNTS[shown - 1];
      const between = result.betweenOf.reduce((sum, own) => sum + own, 0);
      return t('head.some', { patterns: count ? t(count) : t('count.more', { n: shown }), n: between });
    }
  }
}

/** How it was found, and what was left out. */
export function leadWords(result: PatternsResult, titles: readonly string[]): string {
  const { stories, placed, clusters } = result;
  const unplaced = stories - placed;
  return [
    titles.length > MOST_NAMED
      ? t('lead.many', { n: titles.length })
      : t('lead.questions', { n: titles.length, titles: titles.join(', ') }),
    t('lead.stories', { ...sizeWords(stories, clusters), placed }),
    ...trialWords(result),
    ...(unplaced > 0 ? [t('lead.unplaced', { n: unplaced })] : []),
  ].join(' ');
}

function trialWords(result: PatternsResult): string[] {
  switch (result.kind) {
    case 'too_few':
      return [];
    case 'no_patterns_k1':
      return [t('lead.one')];
    case 'no_patterns_null':
      return [shuffledWords(result.independence.reached)];
    case 'no_patterns_unstable':
      return [
        shuffledWords(result.independence.reached),
        t('lead.unstable', { best: Math.round(100 * Math.max(0, ...result.jaccards)) }),
      ];
    case 'patterns': {
      const hidden = result.patterns.length - shownPatterns(result).length;
      return [shuffledWords(result.independence.reached), ...(hidden > 0 ? [t('lead.hidden', { n: hidden })] : [])];
    }
  }
}

const shuffledWords = (reached: number): string => t('lead.shuffled', { reached, tries: SHUFFLES });
