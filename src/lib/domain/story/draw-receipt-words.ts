import { RECEIPT_LIST_LENGTH, RECEIPT_WORD_COUNT } from './receipt';

/**
 * Draws a receipt's words. @param random 8 random bytes: two for each word, of which 11 bits are used
 * @throws when the list is not 2,048 words long
 */
export function drawReceiptWords(list: readonly string[], random: Uint8Array): string[] {
  if (list.length !== RECEIPT_LIST_LENGTH) throw new RangeError(`a receipt list has ${RECEIPT_LIST_LENGTH} words`);
  if (random.length < 2 * RECEIPT_WORD_COUNT) throw new RangeError('a receipt needs 8 random bytes');
  return Array.from({ length: RECEIPT_WORD_COUNT }, (_, i) => {
    const index = (((random[2 * i] ?? 0) << 8) | (random[2 * i + 1] ?? 0)) % RECEIPT_LIST_LENGTH;
    return list[index] ?? '';
  });
}
