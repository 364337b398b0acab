import { translator } from '$lib/i18n/catalogue';
import { plots } from '$lib/i18n/en/plots';

export const t = translator(plots);

const number = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** A count as it stands beside a mark; from 100,000 on short, the full one is in the name and the table. */
export function count(n: number): string {
  return n < 100_000 ? number.format(n) : short.format(n);
}

/** A share as "n in 100". */
export function inHundred(share: number): number {
  return Math.round(share * 100);
}
