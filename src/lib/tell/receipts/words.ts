import type { Translate } from '../../i18n/catalogue';
import { receipts } from '../../i18n/en/receipts';
import { spokenWords } from '../../i18n/spoken-words';
import { spoken } from '../../i18n/spoken.svelte';

export type OwnSay = Translate<typeof receipts>;

/** Words of the receipt page and of My stories, in the page's language. */
export const ownWords: OwnSay = spokenWords(receipts, (language) => language.receipts);

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

const format = (how: Intl.DateTimeFormatOptions, moment: number): string => {
  const { language } = spoken;
  return new Intl.DateTimeFormat(language?.numbers ?? language?.locale ?? 'en-GB', how).format(moment);
};

/** A day as people write it in the page's language. @param day `2026-11-23` */
export function dayWords(day: string): string {
  return format({ ...DAY, timeZone: 'UTC' }, Date.parse(`${day}T12:00:00Z`));
}

/** The day with the time on it: two stories of one day are told apart. @param moment of this device's clock */
export function momentWords(moment: number): string {
  return format({ ...DAY, hour: 'numeric', minute: '2-digit' }, moment);
}
