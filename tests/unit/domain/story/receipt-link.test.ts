import { expect, test } from 'vitest';
import { readReceiptLink, readWords, receiptLink } from '$lib/domain/story/receipt-link';

const CARD = { code: 'K7M2QP', words: ['otter', 'ladder', 'plum', 'sunny'] };

test('a receipt’s address says nothing before the #, and is read again', () => {
  const link = receiptLink('https://stories.example.org/r', CARD);
  expect(link.split('#')[0]).toBe('https://stories.example.org/r');
  expect(readReceiptLink(new URL(link).hash)).toEqual(CARD);
});

test.each(['', '#', '#K7M2QP', '#K7M2QP-otter-ladder-plum', '#otter-ladder-plum-sunny', '#K7M2QP-a-b-c-d-e'])(
  'is none: %j',
  (fragment) => {
    expect(readReceiptLink(fragment)).toBeNull();
  },
);

test.each(['k7m2qp otter ladder plum sunny', '#K7M2QP.Otter.LADDER.plum.sunny'])('is forgiving: %j', (typed) => {
  expect(readReceiptLink(typed)).toEqual(CARD);
});

test('words are read from whatever stands between them', () => {
  expect(readWords(' Otter, ladder\nPLUM-sunny ')).toEqual(CARD.words);
  expect(readWords('')).toEqual([]);
});
