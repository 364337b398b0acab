import { describe, expect, it, vi } from 'vitest';
import type { Device } from '$lib/device/device';
import { kept } from '$lib/device/kept';
import { memoryDevice } from '$lib/device/memory-device';
import type { PublicCollector } from '$lib/domain/programme/collector';
import { newDraft } from '$lib/survey/new-draft';
import { Tell, type Room, type RoomDelegate, type TellDelegate, type TellingView } from '$lib/tell/tell.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { nowhere } from '../../fixtures/nowhere';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

const PERSON = { role: 'child', audience: 'child', name: 'who.child', symbol: 'child' } as const;
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Somebody who has begun to tell through a link of this mode. */
async function telling(mode: PublicCollector['mode'], thanks: Room['thanks'] = () => Promise.resolve(null)) {
  const known = collector({ mode });
  const device = memoryDevice();
  const show = vi.fn();
  const world = nowhere();
  const told = new Telling(known, edition('family'), newDraft(STORY_ID, known, edition('family')), {
    ...world,
    ways: { ...world.ways, show },
    device,
  });
  const { tell, ended, finished } = pageOver(device, known, told, show, thanks);
  void tell.open(null);
  await soon();
  await tell.begin(PERSON);
  return { tell, told, known, device, show, ended, finished };
}

/** A page that was opened on this device. @param told what is told there, once somebody begins */
function pageOver(
  device: Device,
  known: PublicCollector,
  told: Telling | null,
  show: TellDelegate['ways']['show'],
  thanks: Room['thanks'] = () => Promise.resolve(null),
): { tell: Tell } & Pick<RoomDelegate, 'ended' | 'finished'> {
  const room = {
    device: {
      ...device,
      collectors: { ...device.collectors, get: () => Promise.resolve(kept({ collector: known, token: 't' })) },
    },
    begin: () => Promise.resolve({ kind: 'telling', telling: told, view: null as unknown as TellingView }), // not rendered
    notTaken: () => Promise.resolve(null),
    mine: () => Promise.resolve(null),
    thanks,
  } as unknown as Room; // what is used of it
  let ended: RoomDelegate['ended'] = () => undefined;
  let finished: RoomDelegate['finished'] = () => undefined;
  const tell = new Tell(known.code, {
    ways: { show, back: () => undefined, thanks: () => undefined },
    speaksAnother: () => false,
    languages: () => Promise.reject(new Error('English only')),
    look: () => new Promise<never>(() => undefined),
    room: (delegate) => {
      ended = (...end) => delegate.ended(...end);
      finished = (...story) => delegate.finished(...story);
      return Promise.resolve(room);
    },
    wasHere: () => true,
    askedLast: () => [],
    rememberAsked: () => undefined,
  } satisfies TellDelegate);
  return { tell, ended: (...end) => ended(...end), finished: (...story) => finished(...story) };
}

it('a telling that ended names help in the words of whoever told', async () => {
  const { tell, ended } = await telling('open');
  ended('no');
  expect(tell.stage).toMatchObject({ kind: 'ended', how: 'no', whose: ['family'] });
});

describe('going back to the start', () => {
  it.each(['session', 'kiosk', 'scribe'] as const)('in %s mode never offers a story to the next', async (mode) => {
    const { tell, told, show } = await telling(mode);
    told.player.agree();
    told.player.write('Synthetic words.');
    show.mockClear();
    await tell.arrive(null);
    expect(tell.found).toBeNull();
    expect(tell.stage.kind).toBe('telling');
    expect(told.askedToStop).toBe(true);
    expect(show).toHaveBeenCalledWith(told.player.screen.id);
  });

  it('on a device that others use is free where nothing was told, and leaves nothing', async () => {
    const { tell, device } = await telling('session');
    await tell.arrive(null);
    await soon();
    expect([tell.stage.kind, tell.found]).toEqual(['start', null]);
    expect(await device.drafts.resume(STORY_ID)).toEqual(kept(null));
  });

  it('on an own device keeps what was told, to go on with', async () => {
    const { tell, told } = await telling('open');
    told.player.write('Synthetic words.');
    await tell.arrive(null);
    expect([tell.stage.kind, tell.found?.text]).toEqual(['start', 'Synthetic words.']);
  });
});

describe('a device handed over in the middle of a story, its page closed or dead', () => {
  it.each([
    ['session', null],
    ['session', 'story'],
    ['kiosk', null],
    ['kiosk', 'story'],
  ] as const)('in %s mode leaves the next person nothing, also at the address of %s', async (mode, step) => {
    const { told, known, device } = await telling(mode);
    told.player.write('Synthetic words.');
    await soon();
    expect(await device.drafts.resume(STORY_ID)).toMatchObject({ value: { text: 'Synthetic words.' } });

    const { tell: next } = pageOver(device, known, null, vi.fn());
    await Promise.race([next.open(step), soon()]);
    expect([next.stage.kind, next.found]).toEqual(['start', null]);
    expect(await device.drafts.resume(STORY_ID)).toEqual(kept(null));
  });
});

it('the four words of a receipt are gone with whoever goes back from it: going forward again is somebody else’s', async () => {
  const thanks = vi.fn<Room['thanks']>(() => Promise.resolve(null));
  const { tell, finished } = await telling('session', thanks);
  const words = ['apple', 'boat', 'cloud', 'door'];
  finished(STORY_ID, words);
  await tell.thanks(STORY_ID, 'family');
  await tell.arrive('check');
  expect(tell.stage.kind).toBe('start');
  await tell.thanks(STORY_ID, 'family');
  expect(thanks.mock.calls.map(([, , , , told]) => told)).toEqual([words, null]);
});
