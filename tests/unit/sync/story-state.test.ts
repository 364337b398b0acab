import { expect, test } from 'vitest';
import { storyState } from '$lib/sync/story-state';

test.each([
  ['waiting', 'on_this_device'],
  ['sending', 'on_its_way'],
  ['stored', 'arrived'],
  ['refused', 'not_accepted'],
] as const)('a story that is %s in the outbox is %s to its teller', (state, seen) => {
  expect(storyState({ state, refusal: null })).toBe(seen);
});

test('a story that waits for a link that was closed is said to be so, until it is sent after all', () => {
  expect(storyState({ state: 'waiting', refusal: null, linkClosed: true })).toBe('link_closed');
  expect(storyState({ state: 'sending', refusal: null, linkClosed: true })).toBe('on_its_way');
  expect(storyState({ state: 'stored', refusal: null, linkClosed: true })).toBe('arrived');
});

test('a story that the server refused because it was taken back is said to be so', () => {
  expect(storyState({ state: 'refused', refusal: { kind: 'withdrawn', message: 'Taken back.' } })).toBe('taken_back');
});

test.each([
  [{ waiting: 1, refused: 0 }, 'words_arrived'],
  [{ waiting: 1, refused: 1 }, 'file_not_accepted'],
  [{ waiting: 0, refused: 0 }, 'arrived'],
] as const)('a story that is stored, with files of which %j, is %s', (files, seen) => {
  expect(storyState({ state: 'stored', refusal: null }, files)).toBe(seen);
});

test('files say nothing about a story that has not arrived itself', () => {
  expect(storyState({ state: 'waiting', refusal: null }, { waiting: 1, refused: 0 })).toBe('on_this_device');
  expect(storyState({ state: 'refused', refusal: null }, { waiting: 1, refused: 0 })).toBe('not_accepted');
});
