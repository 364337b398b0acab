/** Slow on purpose: somebody holding a copy of the database should not be able to try all words quickly. */
const RECEIPT_ITERATIONS = 100_000;

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
