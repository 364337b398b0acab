import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawReceipt } from '$lib/device/draw-receipt';
import { loadReceiptList, readReceiptList, RECEIPT_LIST_URL } from '$lib/device/receipt-words';

const TEXT = readFileSync(`static${RECEIPT_LIST_URL}`, 'utf8');
const WORDS = TEXT.trimEnd().split('\n');
const REFUSED = readFileSync('tests/fixtures/words-not-on-receipts.txt', 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .flatMap((line) => line.split(' '));

/** Every word that one added, removed or changed letter makes of this one. */
function oneLetterAway(word: string): Set<string> {
  const made = new Set<string>();
  for (let i = 0; i <= word.length; i += 1) {
    made.add(word.slice(0, i) + word.slice(i + 1));
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      made.add(word.slice(0, i) + letter + word.slice(i));
      made.add(word.slice(0, i) + letter + word.slice(i + 1));
    }
  }
  made.delete(word);
  return made;
}

describe('the words of receipts', () => {
  test('are 2,048 different ones of 3 to 8 small letters, sorted', () => {
    expect(new Set(WORDS).size).toBe(2048);
    expect(WORDS.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
    expect(WORDS).toEqual([...WORDS].sort());
  });

  test('hold nothing that should not stand in front of a child', () => {
    const listed = new Set(WORDS);
    expect(REFUSED.length).toBeGreaterThan(500);
    expect(REFUSED.filter((word) => listed.has(word))).toEqual([]);
  });

  test('differ by two letters at least, so that one mistyped letter is no other word and no plural is a neighbour', () => {
    const listed = new Set(WORDS);
    const close = WORDS.flatMap((word) => [...oneLetterAway(word)].filter((other) => listed.has(other)));
    expect(close).toEqual([]);
  });

  test('are not in the JavaScript: they are fetched, whole or not at all', async () => {
    const page = '<!doctype html><title>Log in to the café</title>';
    const list = await loadReceiptList(() => Promise.resolve(new Response(TEXT)));
    expect(list).toEqual({ kind: 'list', words: WORDS });
    expect((await loadReceiptList(() => Promise.resolve(new Response(page)))).kind).toBe('not_loaded');
    expect((await loadReceiptList(() => Promise.resolve(new Response('', { status: 404 })))).kind).toBe('not_loaded');
    expect((await loadReceiptList(() => Promise.reject(new TypeError('no network')))).kind).toBe('not_loaded');
    expect(readReceiptList(TEXT.slice(0, -200)).kind).toBe('not_loaded');
  });

  test('are drawn four at a time, and not the same twice', () => {
    const [first, second] = [drawReceipt(WORDS), drawReceipt(WORDS)];
    expect(first).toHaveLength(4);
    expect(first?.every((word) => WORDS.includes(word))).toBe(true);
    expect(second).not.toEqual(first);
  });
});
