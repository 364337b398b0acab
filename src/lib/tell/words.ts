import type { Audience } from '../domain/audience';
import type { Catalogue, Params, Translated } from '../i18n/catalogue';
import { tell } from '../i18n/en/tell';
import type { Language } from '../i18n/language';
import { spokenWords } from '../i18n/spoken-words';

export type TellKey = keyof typeof tell;
export type Say<Key extends string = TellKey> = (key: Key, params?: Params) => string;

/** Words of Tell's frame and first screens, in the page's language. Null = nobody has said who they are. */
export function wordsFor(audience: Audience | null): Say {
  return audienceWords(tell, (language) => language.tell, audience);
}

/** `key.child` stands in for `key` where a catalogue has it. */
export function audienceWords<C extends Catalogue>(
  english: C,
  of: (language: Language) => Translated<C>,
  audience: Audience | null,
): Say<keyof C & string> {
  const text = spokenWords(english, of);
  return (key, params) => {
    const own = `${key}.${audience ?? ''}`;
    return text(own in english ? own : key, params);
  };
}
