import { translator, type Catalogue, type Translate, type Translated } from './catalogue';
import type { Language } from './language';
import { spoken } from './spoken.svelte';

/** A look-up that always speaks the page's language. @param of where another language keeps the same catalogue */
export function spokenWords<C extends Catalogue>(english: C, of: (language: Language) => Translated<C>): Translate<C> {
  const inEnglish = translator(english);
  const made = new WeakMap<Language, Translate<C>>();
  return (key, params) => {
    const { language } = spoken;
    if (language === null) return inEnglish(key, params);
    const known = made.get(language);
    // The same keys: only the words differ.
    const say = known ?? translator<C>(of(language) as unknown as C, language.locale, language.numbers);
    if (known === undefined) made.set(language, say);
    return say(key, params);
  };
}

/** Words that came with the programme: in the page's language where Sheaf itself shipped them, else as they are. */
export function givenWords(text: string): string {
  const given: Readonly<Record<string, string>> | undefined = spoken.language?.contacts;
  return given?.[text] ?? text;
}
