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

test('a story that the server refused because it was taken back is said to be so', () => {
  expect(storyState({ state: 'refused', refusal: { kind: 'withdrawn', message: 'Taken back.' } })).toBe('taken_back');
});
