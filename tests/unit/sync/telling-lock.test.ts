import { expect, test } from 'vitest';
import { TellingLock } from '$lib/sync/telling-lock';

function fakeLocks() {
  const held = new Set<Promise<unknown>>();
  const request = (_name: string, _options: LockOptions, work: () => Promise<unknown>) => {
    const working = work();
    held.add(working);
    return working.finally(() => held.delete(working));
  };
  return { held, manager: { request } as unknown as LockManager }; // query is the service worker's
}

test('a page holds one lock while a story is under way, however often it says so, and speaks of the end once it is let go', async () => {
  const { held, manager } = fakeLocks();
  const telling = new TellingLock(manager);
  let ended = 0;
  telling.whenEnded(() => (ended += 1));
  telling.begin();
  telling.begin();
  expect([telling.held, held.size]).toEqual([true, 1]);
  telling.end();
  telling.end();
  expect([telling.held, ended]).toEqual([false, 0]);
  await expect.poll(() => ended).toBe(1);
  expect(held.size).toBe(0);
});

test('without Web Locks the page still knows about itself', () => {
  const telling = new TellingLock(undefined);
  telling.begin();
  expect(telling.held).toBe(true);
  telling.end();
  expect(telling.held).toBe(false);
});
