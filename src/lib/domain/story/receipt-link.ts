import { readCode } from '../programme/collector-code';
import { RECEIPT_WORD_COUNT } from './receipt';
import { normaliseReceipt } from './receipt-key';

/** Code and words of a receipt. */
export interface ReceiptCard {
  readonly code: string;
  readonly words: readonly string[];
}

/**
 * The address behind the picture on a receipt. Code and words stand behind the `#`: browsers send that part to nobody, and
 * no server's log has it. @param page the receipt page's address, without a fragment
 */
export function receiptLink(page: string, { code, words }: ReceiptCard): string {
  return `${page}#${[code, ...words].join('-')}`;
}

/** Reads the part behind the `#`, or four words typed or pasted behind a code; null where it is no receipt. */
export function readReceiptLink(fragment: string): ReceiptCard | null {
  const [first = '', ...rest] = fragment
    .replace(/^#/, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '');
  const code = readCode(first);
  const words = readWords(rest.join(' '));
  return code === null || words.length !== RECEIPT_WORD_COUNT ? null : { code, words };
}

/** The words in a text, in small letters. */
export function readWords(typed: string): string[] {
  return normaliseReceipt(typed)
    .split(' ')
    .filter((word) => word !== '');
}
