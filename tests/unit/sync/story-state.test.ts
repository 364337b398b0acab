import { expect, test } from 'vitest';
import { storyState } from '$lib/sync/story-state';

test.each([
  ['waiting', 'on_this_device'],
  ['sending', 'on_its_way'],
  ['stored', 'arrived'],
  ['refused', 'not_accepted'],
] as const)('a story that is %s in the outbox is %s to its teller', (state, seen) => {
  expect(storyState({ state })).toBe(seen);
});
