import type { Programme } from '../../domain/programme/programme';
import type { OfferedLanguage } from '../../domain/programme/public-programme';
import { translationsOf } from './translations';

/** How a language stands in a programme, as its steward sees it. */
export interface LanguageStanding {
  readonly locale: string;
  readonly state: 'draft' | 'reviewed';
  readonly offered: boolean;
  readonly words: string;
  /** Who found these words good, and when; also kept, as `outdated`, when the words have changed since. */
  readonly review: { readonly by: string; readonly at: string; readonly outdated: boolean } | null;
}

/** Every language that has words for the programme's framework. */
export function languagesOf(programme: Programme): LanguageStanding[] {
  return translationsOf(programme.framework.id).map(({ locale, words }) => {
    const review = programme.reviews?.find((candidate) => candidate.locale === locale) ?? null;
    return {
      locale,
      words,
      state: review?.words === words ? 'reviewed' : 'draft',
      offered: programme.policies.languages.includes(locale),
      review: review === null ? null : { by: review.by, at: review.at, outdated: review.words !== words },
    };
  });
}

/**
 * What tellers are offered beside the framework's own language: the steward's choice, as far as there are words for it
 * or, for a language that is heard, recordings. @param recorded the locales that have recordings
 */
export function offeredLanguages(programme: Programme, recorded: ReadonlySet<string> = NONE): OfferedLanguage[] {
  const standing = languagesOf(programme);
  const written = standing
    .filter(({ offered }) => offered)
    .map(({ locale, state, words }) => ({ locale, state, words }));
  const heard = Object.entries(programme.heardWith ?? {}).flatMap(([locale, text]) => {
    if (!programme.policies.languages.includes(locale) || !recorded.has(locale)) return [];
    const beside = standing.find((language) => language.locale === text);
    // English beside it needs no review.
    return [{ locale, state: beside?.state ?? 'reviewed', words: beside?.words ?? 'own', text }];
  });
  return [...written, ...heard];
}

const NONE: ReadonlySet<string> = new Set();
