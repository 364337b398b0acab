import type { Programme } from '$lib/domain/programme/programme';
import { poster } from '$lib/i18n/en/poster';
import { ENGLISH, languageNamed, type LanguageName } from '$lib/i18n/languages';
import { loadLanguage } from '$lib/i18n/load-language';
import { POSTERS } from '$lib/i18n/posters';
import type { SheetWords } from '$lib/i18n/sheet-words';
import { offeredLanguages } from '$lib/server/languages/offered-languages';

const OWN: SheetWords = { language: languageNamed(ENGLISH), numbers: 'en-GB', words: poster, draft: null };

/** The languages a sheet can be printed in, English first: those that tellers of the programme can choose and read. */
export function sheetLanguages(programme: Programme): readonly LanguageName[] {
  return [OWN.language, ...written(programme).map(({ locale }) => languageNamed(locale))];
}

/** The sheet in the language that is asked for; in English where the programme does not offer that one. */
export async function sheetIn(programme: Programme, asked: string | null): Promise<SheetWords> {
  const offered = written(programme).find(({ locale }) => locale === asked);
  const language = offered === undefined ? null : await loadLanguage(offered.locale);
  const words = offered && POSTERS[offered.locale];
  if (offered === undefined || language === null || words === undefined) return OWN;
  return {
    language: languageNamed(offered.locale),
    numbers: language.numbers ?? languageNamed(offered.locale).lang,
    words,
    draft: offered.state === 'draft' ? language.tell['notice.translation'] : null,
  };
}

function written(programme: Programme) {
  return offeredLanguages(programme).filter(({ text }) => text === undefined);
}
