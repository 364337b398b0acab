import type { Audience } from '../domain/audience';
import { translator, type Catalogue, type Params } from '../i18n/catalogue';
import { tell } from '../i18n/en/tell';

export type TellKey = keyof typeof tell;
export type Say<Key extends string = TellKey> = (key: Key, params?: Params) => string;

/** Words of Tell's frame and first screens. Null = nobody has said who they are. */
export function wordsFor(audience: Audience | null): Say {
  return audienceWords(tell, audience);
}

/** `key.child` stands in for `key` where a catalogue has it. */
export function audienceWords<C extends Catalogue>(catalogue: C, audience: Audience | null): Say<keyof C & string> {
  const text = translator(catalogue);
  return (key, params) => {
    const own = `${key}.${audience ?? ''}`;
    return text(own in catalogue ? own : key, params);
  };
}
