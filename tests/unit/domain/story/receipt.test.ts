import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawReceiptWords } from '$lib/domain/story/draw-receipt-words';
import { RECEIPT_LIST_LENGTH } from '$lib/domain/story/receipt';
import { normaliseReceipt, receiptKey } from '$lib/domain/story/receipt-key';

const list = Array.from({ length: RECEIPT_LIST_LENGTH }, (_, i) => `word${i}`);

describe('receipt words', () => {
  it('are four of the list, decided by the random bytes alone', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const words = drawReceiptWords(list, bytes);
        expect(words).toHaveLength(4);
        expect(words.every((word) => list.includes(word))).toBe(true);
        expect(drawReceiptWords(list, bytes)).toEqual(words);
      }),
    );
  });

  it('reach every word of the list equally often', () => {
    const counts = new Map<string, number>();
    for (let high = 0; high < 256; high += 1)
      for (let low = 0; low < 256; low += 1) {
        const [word = ''] = drawReceiptWords(list, Uint8Array.from([high, low, 0, 0, 0, 0, 0, 0]));
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    expect(counts.size).toBe(RECEIPT_LIST_LENGTH);
    expect(new Set(counts.values())).toEqual(new Set([32]));
  });

  it('need the whole list and enough randomness', () => {
    expect(() => drawReceiptWords(list.slice(1), new Uint8Array(8))).toThrow(RangeError);
    expect(() => drawReceiptWords(list, new Uint8Array(7))).toThrow(RangeError);
  });

  it('forgive case, spaces and punctuation', () => {
    expect(normaliseReceipt('  Otter, MOSS-lamp\u00a0river. ')).toBe('otter moss lamp river');
  });
});

describe('a receipt key', () => {
  it('is the same for the words as drawn and as typed, and hides them', async () => {
    const key = await receiptKey(['otter', 'moss', 'lamp', 'river'], 'HUB7');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await receiptKey('Otter moss LAMP river', 'HUB7')).toBe(key);
    expect(key).not.toContain('otter');
  });

  it('differs by word order and by collector', async () => {
    const keys = await Promise.all([
      receiptKey('otter moss lamp river', 'HUB7'),
      receiptKey('moss otter lamp river', 'HUB7'),
      receiptKey('otter moss lamp river', 'HUB8'),
    ]);
    expect(new Set(keys).size).toBe(3);
  });
});
