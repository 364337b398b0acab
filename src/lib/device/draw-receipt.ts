import { drawReceiptWords } from '../domain/story/draw-receipt-words';
import { RECEIPT_WORD_COUNT } from '../domain/story/receipt';

/** Four words that nobody can foresee. */
export function drawReceipt(list: readonly string[]): string[] {
  return drawReceiptWords(list, crypto.getRandomValues(new Uint8Array(2 * RECEIPT_WORD_COUNT)));
}
