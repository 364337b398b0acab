import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryDevice } from '$lib/device/memory-device';
import { consent } from '$lib/i18n/en/consent';
import { newDraft } from '$lib/survey/new-draft';
import { Telling } from '$lib/tell/telling.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

const arrived = vi.hoisted(() => ({ value: true }));
vi.mock('$lib/tell/call-for-help', () => ({ callForHelp: () => Promise.resolve(arrived.value) }));
afterEach(() => (arrived.value = true));

/** A telling before consent, and how it ends. */
function telling() {
  const ends: unknown[][] = [];
  const asked = edition('child');
  const opened = new Telling(collector(), asked, newDraft(STORY_ID, collector(), asked), {
    ways: { show: () => undefined, back: () => undefined, thanks: () => undefined },
    device: memoryDevice(),
    receiptList: () => Promise.reject(new Error('nothing is packed')),
    clock: () => new Date('2026-11-02T10:00:00.000Z'),
    takenBack: () => undefined,
    ended: (...end) => ends.push(end),
    finished: () => undefined,
  });
  return { opened, ends };
}

describe('a story that ends before it was told', () => {
  it.each(['no', 'later'] as const)('says that a call for help went, after “%s” too', async (how) => {
    const { opened, ends } = telling();
    await opened.callForHelp('Sam, Class 3');
    await opened.decline(how, 'That is fine. Bye!');
    expect(ends).toEqual([[how, undefined, consent.ended_called]]);
  });

  it('says so when it is thrown away', async () => {
    const { opened, ends } = telling();
    await opened.callForHelp('Sam, Class 3');
    await opened.throwAway();
    expect(ends).toEqual([['thrown', undefined, consent.ended_called]]);
  });

  it('says nothing of a call that did not arrive', async () => {
    arrived.value = false;
    const { opened, ends } = telling();
    await opened.callForHelp('Sam, Class 3');
    await opened.decline('no', 'That is fine. Bye!');
    expect(ends).toEqual([['no', 'That is fine. Bye!']]);
  });
});
