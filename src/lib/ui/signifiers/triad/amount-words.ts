import type { Amount } from '$lib/domain/signifier/how-much';
import { amounts } from '$lib/i18n/en/amounts';
import { spokenWords } from '$lib/i18n/spoken-words';

/** Words of the three amounts. */
export const amountWords = spokenWords(amounts, (language) => language.amounts);

const KEYS = { 0: 'none', 1: 'some', 2: 'a_lot' } as const satisfies Readonly<Record<Amount, keyof typeof amounts>>;

/** One amount: none, some, a lot. */
export function amountWord(amount: Amount): string {
  return amountWords(KEYS[amount]);
}
