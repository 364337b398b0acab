import { describe, expect, it } from 'vitest';
import type { FileProgress } from '$lib/device/media-queue';
import { finishing } from '$lib/device/finish-story';
import { memoryDevice } from '$lib/device/memory-device';
import { newDraft } from '$lib/survey/new-draft';
import { Thanks } from '$lib/tell/thanks.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

const STORED = {
  id: STORY_ID,
  collector: 'HB7KQM',
  sequence: 1,
  state: 'stored',
  refusal: null,
  finishedAt: 0,
} as const;

describe('the state of a story that has just been looked up', () => {
  it('is not "arrived" before it is known where its recording is', () => {
    const device = memoryDevice();
    let files: (progress: FileProgress) => void = () => undefined;
    device.outbox.watch = (_, listener) => {
      listener(STORED);
      return () => undefined;
    };
    device.mediaQueue.watch = (_, listener) => {
      files = listener;
      return () => undefined;
    };
    const found = { collector: collector(), audience: null, edition: null, words: null, justTold: true };
    const thanks = new Thanks(STORY_ID, found, device, () => undefined);
    thanks.watch();
    expect([thanks.state, thanks.looking]).toEqual([null, true]);
    files({ waiting: 1, stored: 0, refused: 0, refusal: null });
    expect([thanks.state, thanks.looking]).toEqual(['words_arrived', false]);
    files({ waiting: 0, stored: 1, refused: 0, refusal: null });
    expect(thanks.state).toBe('arrived');
  });
});

describe('keeping what was told on this device', () => {
  const CLOCK = '2026-11-02T10:00:00.000Z';
  const words = ['apple', 'boat', 'cloud', 'door'];

  async function told(audience: 'child' | 'family' = 'family') {
    const device = { ...memoryDevice(), keeps: 'durably' as const };
    const draft = {
      ...newDraft(STORY_ID, collector(), edition(audience)),
      text: 'A made-up story.',
      consent: [{ text: 'consent@1', by: 'teller' as const, at: CLOCK }],
    };
    await device.outbox.add(finishing({ draft, clock: new Date(CLOCK), words, shared: false }));
    const page = async (justTold: boolean) => {
      const found = { collector: collector(), audience, edition: null, words, justTold };
      const { own } = new Thanks(STORY_ID, found, device, () => undefined);
      await own.look();
      return own;
    };
    return { device, page };
  }

  it('is asked of the person who has just told it, and of nobody who opens the page later', async () => {
    const { page } = await told();
    expect((await page(true)).asksToKeep).toBe(true);
    expect((await page(false)).asksToKeep).toBe(false);
  });

  it('is asked of a child only where the story may be seen in the list', async () => {
    const { page } = await told('child');
    const own = await page(true);
    expect(own.asksToKeep).toBe(false);
    await own.show(true);
    expect(own.asksToKeep).toBe(true);
  });

  it('is asked no more after a No, which holds', async () => {
    const { device, page } = await told();
    const own = await page(true);
    await own.keep(false);
    expect(own.kept).toBe(false);
    await own.keep(true);
    expect(own.kept).toBe(false);
    expect(await device.own.words(STORY_ID)).toEqual({ kind: 'kept', value: null });
  });

  it('can still be ended later where the answer was Yes', async () => {
    const { page } = await told();
    await (await page(true)).keep(true);
    const later = await page(false);
    expect([later.asksToKeep, later.kept]).toEqual([true, true]);
  });
});
