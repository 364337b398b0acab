import type { Translate } from '../../i18n/catalogue';
import { receipts } from '../../i18n/en/receipts';
import { spokenWords } from '../../i18n/spoken-words';
import { spoken } from '../../i18n/spoken.svelte';

export type OwnSay = Translate<typeof receipts>;

/** Words of the receipt page and of My stories, in the page's language. */
export const ownWords: OwnSay = spokenWords(receipts, (language) => language.receipts);

/** A day as people write it in the page's language. @param day `2026-11-23`, or a moment of this device's clock */
export function dayWords(day: string | number): string {
  const { language } = spoken;
  const locale = language?.numbers ?? language?.locale ?? 'en-GB';
  const format = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  if (typeof day === 'number') return new Intl.DateTimeFormat(locale, format).format(day);
  return new Intl.DateTimeFormat(locale, { ...format, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}
