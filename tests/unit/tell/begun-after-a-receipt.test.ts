import { expect, it, vi } from 'vitest';
import { kept } from '$lib/device/kept';
import { memoryDevice } from '$lib/device/memory-device';
import { Tell, type Room, type TellDelegate } from '$lib/tell/tell.svelte';
import { collector } from '../../fixtures/sheffield-edition';

const KNOWN = collector();
const PERSON = { role: 'child', audience: 'child', name: 'who.child', symbol: 'child' } as const;
const never = () => new Promise<never>(() => undefined);
const shortly = () => new Promise((resolve) => setTimeout(resolve, 50));

it('begins again from a receipt that was loaded by its own address', async () => {
  const begin = vi.fn(() => Promise.resolve({ kind: 'trouble', trouble: 'questions' } as const));
  const device = memoryDevice();
  const made = {
    device: {
      ...device,
      collectors: { ...device.collectors, get: () => Promise.resolve(kept({ collector: KNOWN, token: 't' })) },
    },
    begin,
    notTaken: () => Promise.resolve(null),
    mine: () => Promise.resolve(null),
    thanks: () => Promise.resolve(null),
  } as unknown as Room; // what a receipt and a beginning ask of it
  const delegate: TellDelegate = {
    ways: { show: () => undefined, back: () => undefined, thanks: () => undefined },
    speaksAnother: () => false,
    languages: () => Promise.reject(new Error('English only')),
    look: never,
    room: () => Promise.resolve(made),
    wasHere: () => true,
    askedLast: () => ['child'],
    rememberAsked: () => undefined,
  };
  const tell = new Tell(KNOWN.code, delegate);
  await tell.thanks('x', 'child');
  tell.done();
  await shortly();
  expect(tell.stage.kind).toBe('start');
  void tell.begin(PERSON);
  await shortly();
  expect([begin.mock.calls.length, tell.busy]).toEqual([1, false]);
});
