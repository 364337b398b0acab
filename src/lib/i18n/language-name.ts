import { LANGUAGES } from './languages';

const NAMES = new Intl.DisplayNames('en-GB', { type: 'language' });

/** What staff call a language. Ours first: browsers know no name for some that are spoken here, such as Romani. */
export function languageName(locale: string): string {
  const [language = locale] = locale.split('-');
  const own =
    LANGUAGES.find((known) => known.locale === locale) ?? LANGUAGES.find((known) => known.locale === language);
  return own?.english ?? NAMES.of(language) ?? locale;
}
