import type { Audience } from '../domain/audience';
import { translator, type Params } from '../i18n/catalogue';
import { tell } from '../i18n/en/tell';

export type TellKey = keyof typeof tell;
export type Say = (key: TellKey, params?: Params) => string;

const text = translator(tell);

/** Tell's words for an audience: `key.child` stands in for `key` where it exists. Null = nobody has said who they are. */
export function wordsFor(audience: Audience | null): Say {
  return (key, params) => {
    const own = `${key}.${audience ?? ''}`;
    return text(own in tell ? (own as TellKey) : key, params); // checked in the same expression
  };
}
