import { translator, type Translate } from '../../i18n/catalogue';
import { receipts } from '../../i18n/en/receipts';

export type OwnSay = Translate<typeof receipts>;

/** Words of the receipt page and of My stories. */
export const ownWords: OwnSay = translator(receipts);

/** A day as people write it. @param day `2026-11-23`, or a moment of this device's clock */
export function dayWords(day: string | number): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  if (typeof day === 'number') return new Intl.DateTimeFormat('en-GB', format).format(day);
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}
