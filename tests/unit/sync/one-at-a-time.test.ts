import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openDevice } from '$lib/device/open-device';
import { LEASE_MS, oneAtATime } from '$lib/sync/one-at-a-time';

/** The part of Web Locks that is used. */
function fakeLocks(): LockManager {
  let held = false;
  const request = async (_name: string, _options: LockOptions, work: (lock: object | null) => Promise<unknown>) => {
    if (held) return work(null);
    held = true;
    try {
      return await work({});
    } finally {
      held = false;
    }
  };
  return { request } as unknown as LockManager; // query is not used here
}

async function device(name: string) {
  const opened = await openDevice({ name });
  if (opened.kind !== 'open') throw new Error(opened.kind);
  return opened.device;
}

describe.each([
  ['with Web Locks', fakeLocks()],
  ['without Web Locks, by a lease in the store', undefined],
])('one at a time, %s', (name, locks) => {
  test('a second one is told that it is held elsewhere, and may work once the first has ended', async () => {
    const { meta } = await device(`one ${name}`);
    const now = () => 1000;
    let end: (value: string) => void = () => undefined;
    const first = oneAtATime(locks, { meta, owner: 'a', now }, () => new Promise<string>((resolve) => (end = resolve)));
    await expect.poll(() => end.length).toBe(1);
    expect(await oneAtATime(locks, { meta, owner: 'b', now }, () => Promise.resolve('too early'))).toBe(
      'held_elsewhere',
    );
    end('done');
    expect(await first).toBe('done');
    expect(await oneAtATime(locks, { meta, owner: 'b', now }, () => Promise.resolve('mine'))).toBe('mine');
  });

  test('work that throws lets go as well', async () => {
    const { meta } = await device(`throwing ${name}`);
    const now = () => 1000;
    const broken = oneAtATime(locks, { meta, owner: 'a', now }, () => Promise.reject(new Error('a bug')));
    await expect(broken).rejects.toThrow('a bug');
    expect(await oneAtATime(locks, { meta, owner: 'b', now }, () => Promise.resolve('mine'))).toBe('mine');
  });
});

test('the lease of a killed tab ends by itself, and when the clock is set back', async () => {
  const { meta } = await device('lease of a killed tab');
  await meta.takeLease('killed', 1000, LEASE_MS);
  const work = () => Promise.resolve('mine');
  expect(await oneAtATime(undefined, { meta, owner: 'b', now: () => 2000 }, work)).toBe('held_elsewhere');
  expect(await oneAtATime(undefined, { meta, owner: 'b', now: () => 1000 + LEASE_MS }, work)).toBe('mine');
  await meta.takeLease('killed', 1000, LEASE_MS);
  expect(await oneAtATime(undefined, { meta, owner: 'b', now: () => 500 }, work)).toBe('mine');
});
