/** A language Tell can be read in, known to the first screen by its name alone; its words are in `<locale>/words.ts`. */
export interface LanguageName {
  /** As stories, editions and settings name it. */
  readonly locale: string;
  /** What it calls itself. */
  readonly name: string;
  /** The same for staff. */
  readonly english: string;
  /** For `lang` attributes. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Heard, not read: there are recordings, the words on the screen are another language's. */
  readonly heard?: true;
}

/** The language of everything that has no other words. */
export const ENGLISH = 'en';

const OWN: LanguageName = { locale: ENGLISH, name: 'English', english: 'English', lang: 'en-GB', dir: 'ltr' };

export const LANGUAGES: readonly LanguageName[] = [
  OWN,
  { locale: 'en-easy', name: 'Easy English', english: 'Easy English', lang: 'en-GB', dir: 'ltr' },
  { locale: 'ar', name: 'العربية', english: 'Arabic', lang: 'ar', dir: 'rtl' },
  { locale: 'ur', name: 'اردو', english: 'Urdu', lang: 'ur', dir: 'rtl' },
  { locale: 'so', name: 'Soomaali', english: 'Somali', lang: 'so', dir: 'ltr' },
  { locale: 'sk', name: 'Slovenčina', english: 'Slovak', lang: 'sk', dir: 'ltr' },
  { locale: 'rom', name: 'Romanes', english: 'Romani', lang: 'rom', dir: 'ltr', heard: true },
];

/** What a language calls itself, its region left out: "English", not "British English". Null for those unknown here. */
export function ownName(locale: string): string | null {
  const known = (tag: string | undefined) => LANGUAGES.find((language) => language.locale === tag);
  return (known(locale) ?? known(locale.split('-')[0]))?.name ?? null;
}

/** English for a locale this version does not know. */
export function languageNamed(locale: string): LanguageName {
  return LANGUAGES.find((language) => language.locale === locale) ?? OWN;
}
