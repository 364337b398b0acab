import { describe, expect, it, vi } from 'vitest';
import type { Audience } from '$lib/domain/audience';
import { kept } from '$lib/device/kept';
import { memoryDevice } from '$lib/device/memory-device';
import { tell as words } from '$lib/i18n/en/tell';
import { Tell, type Room, type TellDelegate } from '$lib/tell/tell.svelte';
import { collector } from '../../fixtures/sheffield-edition';

const KNOWN = collector();
const PERSON = { role: 'child', audience: 'child', name: 'who.child', symbol: 'child' } as const;
const never = () => new Promise<never>(() => undefined);
const shortly = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A link that was open here before. @param room when the rest of the program comes */
function opened({ room = (made: Room) => Promise.resolve(made), asked = [] as readonly Audience[] } = {}) {
  const rememberAsked = vi.fn();
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
  } as unknown as Room; // what opening a link and a receipt use of it
  const delegate: TellDelegate = {
    ways: { show: () => undefined, back: () => undefined, thanks: () => undefined },
    speaksAnother: () => false,
    languages: () => Promise.reject(new Error('English only')),
    look: never,
    room: () => room(made),
    wasHere: () => true,
    askedLast: () => asked,
    rememberAsked,
  };
  const tell = new Tell(KNOWN.code, delegate);
  void tell.open(null);
  return { tell, begin, rememberAsked, delegate };
}

it('the first screen names no age that is asked for on the next', () => {
  for (const hint of [words['who.child.hint'], words['who.young_person.hint']]) expect(hint).not.toMatch(/\d+ to \d/);
});

describe('a link that was open here before', () => {
  it('is begun from at once where the network does not answer', async () => {
    const { tell, begin } = opened();
    await shortly();
    void tell.begin(PERSON);
    await shortly();
    expect(begin).toHaveBeenCalledOnce();
  });

  it('shows its cards before the device has said anything', async () => {
    const { tell } = opened({ room: never, asked: ['child', 'family'] });
    await shortly();
    expect(tell.stage.kind).toBe('start');
    expect(tell.offered).toEqual(['child', 'family']);
  });

  it('has its cards in the very first picture, unless it speaks another language or nothing is kept here', () => {
    const first = (changes: Partial<TellDelegate>) => {
      const { delegate } = opened({ asked: ['child'] });
      const tell = new Tell(KNOWN.code, { ...delegate, ...changes });
      tell.showAtOnce();
      return tell.stage.kind;
    };
    expect(first({})).toBe('start');
    expect(first({ speaksAnother: () => true })).toBe('opening');
    expect(first({ wasHere: () => false })).toBe('opening');
    expect(first({ askedLast: () => [] })).toBe('opening');
  });

  it('is begun from by a press on those first cards, though it comes before the link is opened', async () => {
    const { delegate, begin } = opened({ asked: ['child'] });
    const tell = new Tell(KNOWN.code, delegate);
    tell.showAtOnce();
    void tell.begin(PERSON);
    await shortly();
    expect(begin).not.toHaveBeenCalled();
    void tell.open(null);
    await shortly();
    expect(begin).toHaveBeenCalledOnce();
    expect(tell.stage).toEqual({ kind: 'trouble', trouble: 'questions' });
  });

  it('is asked about next time as it asks now', async () => {
    const { rememberAsked } = opened();
    await shortly();
    expect(rememberAsked).toHaveBeenCalledWith(KNOWN.code, KNOWN.audiences);
  });

  it('is begun from after a receipt that was opened by its own address', async () => {
    const { delegate, begin } = opened();
    const tell = new Tell(KNOWN.code, delegate);
    await tell.thanks('a story', 'child');
    tell.done();
    await shortly();
    expect(tell.stage.kind).toBe('start');
    void tell.begin(PERSON);
    await shortly();
    expect([begin.mock.calls.length, tell.busy]).toEqual([1, false]);
  });
});
