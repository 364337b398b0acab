import { signifiers } from '$lib/i18n/en/signifiers';
import { spokenWords } from '$lib/i18n/spoken-words';

/** Words of the signifier controls, in the page's language. */
export const words = spokenWords(signifiers, (language) => language.signifiers);

// Private-use characters mark what is drawn bold, so that a translated sentence keeps its own word order.
const OPEN = '\uE000';
const CLOSE = '\uE001';

export const bold = (text: string): string => `${OPEN}${text}${CLOSE}`;

/** A sentence with its bold marks taken out, for screen readers. */
export const plain = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

/** A sentence cut into runs of plain and bold text. */
export function runs(text: string): { text: string; strong: boolean }[] {
  return text
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((run) => run !== '')
    .map((run) => ({ text: plain(run), strong: run.startsWith(OPEN) }));
}

/**
 * A label inside a sentence: "The right help" becomes "the right help". Kept as it is when its first word is "I" or
 * has capitals of its own (SENCO).
 */
export function inSentence(label: string): string {
  return /^(I\b|\p{Lu}\p{Lu})/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
