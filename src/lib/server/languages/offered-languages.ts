import type { Programme } from '../../domain/programme/programme';
import type { OfferedLanguage } from '../../domain/programme/public-programme';
import { translationInto, translationsOf } from './translations';

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

/** What tellers are offered beside the framework's own language: the steward's choice, as far as there are words for it. */
export function offeredLanguages(programme: Programme): OfferedLanguage[] {
  const written = languagesOf(programme)
    .filter(({ offered }) => offered)
    .map(({ locale, state, words }) => ({ locale, state, words }));
  const heard = Object.entries(programme.heardWith ?? {}).flatMap(([locale, text]) => {
    if (!programme.policies.languages.includes(locale)) return [];
    const shown = translationInto(programme.framework.id, text);
    const state = languagesOf(programme).find((language) => language.locale === text)?.state ?? 'draft';
    return [{ locale, state, words: shown?.words ?? 'own', text }];
  });
  return [...written, ...heard];
}
