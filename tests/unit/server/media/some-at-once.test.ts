import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { someAtOnce } from '$lib/server/media/some-at-once';

it('lets so many run at once, in the order they came, whatever fails', async () => {
  const limited = someAtOnce(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (n: number) => async () => {
    begun.push(n);
    running += 1;
    most = Math.max(most, running);
    await setImmediate();
    running -= 1;
    if (n % 2 === 1) throw new Error('odd');
    return n;
  };
  const done = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => limited(work(n))));
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(done.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ]);
  expect(await limited(work(6))).toBe(6);
});
