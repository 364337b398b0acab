import type { Amount } from '$lib/domain/signifier/how-much';
import { translator } from '$lib/i18n/catalogue';
import { amounts } from '$lib/i18n/en/amounts';

/** Words of the three amounts. */
export const amountWords = translator(amounts);

const KEYS = { 0: 'none', 1: 'some', 2: 'a_lot' } as const satisfies Readonly<Record<Amount, keyof typeof amounts>>;

/** One amount: none, some, a lot. */
export function amountWord(amount: Amount): string {
  return amountWords(KEYS[amount]);
}
