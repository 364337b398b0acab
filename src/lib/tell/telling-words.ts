import type { Audience } from '../domain/audience';
import { tell } from '../i18n/en/tell';
import { files } from '../i18n/en/files';
import { telling } from '../i18n/en/telling';
import { ways } from '../i18n/en/ways';
import { audienceWords, type Say } from './words';

const all = { ...tell, ...telling, ...ways, ...files };

export type TellingKey = keyof typeof all;
export type TellingSay = Say<TellingKey>;

/** All words of Tell. Only for what is loaded after the first screen. */
export function tellingWordsFor(audience: Audience | null): TellingSay {
  return audienceWords(
    all,
    (language) => ({ ...language.tell, ...language.telling, ...language.ways, ...language.files }),
    audience,
  );
}
