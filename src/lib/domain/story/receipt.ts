/** Words on a receipt; with a list of 2,048 words they hold 44 bits within one collector. */
export const RECEIPT_WORD_COUNT = 4;
export const RECEIPT_LIST_LENGTH = 2048;
/** Slow on purpose: somebody holding a copy of the database should not be able to try all words quickly. */
export const RECEIPT_ITERATIONS = 100_000;

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

/** Case, spaces and punctuation between the words are forgiven. */
export function normaliseReceipt(typed: string): string {
  return typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * What a server keeps of a receipt: PBKDF2-SHA-256 of the words, salted with the collector's code, as hex. The words
 * themselves never leave the teller's hands.
 */
export async function receiptKey(words: readonly string[] | string, collectorCode: string): Promise<string> {
  const typed = normaliseReceipt(typeof words === 'string' ? words : words.join(' '));
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(typed), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const salt = new TextEncoder().encode(`sheaf receipt ${collectorCode}`);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: RECEIPT_ITERATIONS },
    material,
    256,
  );
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
