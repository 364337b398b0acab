import { describe, expect, it } from 'vitest';
import type { FileProgress } from '$lib/device/media-queue';
import { memoryDevice } from '$lib/device/memory-device';
import { Thanks } from '$lib/tell/thanks.svelte';
import { collector, STORY_ID } from '../../fixtures/sheffield-edition';

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
    const found = { collector: collector(), audience: null, edition: null, words: null };
    const thanks = new Thanks(STORY_ID, found, device, () => undefined);
    thanks.watch();
    expect([thanks.state, thanks.looking]).toEqual([null, true]);
    files({ waiting: 1, stored: 0, refused: 0, refusal: null });
    expect([thanks.state, thanks.looking]).toEqual(['words_arrived', false]);
    files({ waiting: 0, stored: 1, refused: 0, refusal: null });
    expect(thanks.state).toBe('arrived');
  });
});
