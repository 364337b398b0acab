import { afterEach, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { finishing } from '$lib/device/finish-story';
import { memoryDevice } from '$lib/device/memory-device';
import { newDraft } from '$lib/survey/new-draft';
import { MyStories } from '$lib/tell/mine/my-stories.svelte';
import MyStoryCard from '$lib/tell/mine/MyStoryCard.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

const CLOCK = '2026-11-02T10:00:00.000Z';

async function drawn(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(40, 20);
  canvas.getContext('2d')?.fillRect(4, 4, 9, 9);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

async function told(keep: boolean) {
  const device = memoryDevice();
  const bytes = await drawn();
  const made = await device.media.add(STORY_ID, { kind: 'drawing', mime: 'image/png', bytes });
  if (made.kind !== 'kept') throw new Error('the drawing was not kept');
  const draft = {
    ...newDraft(STORY_ID, collector(), edition('youth')),
    media: [made.value],
    symbols: ['bus', 'sad'],
    consent: [{ text: 'consent.youth@3', by: 'teller' as const, at: CLOCK }],
  };
  const words = ['apple', 'boat', 'cloud', 'door'];
  await device.outbox.add(finishing({ draft, clock: new Date(CLOCK), words, shared: false }));
  if (keep) await device.own.keepWords(STORY_ID);
  const nobody = () => Promise.reject(new Error('nobody is asked'));
  const mine = new MyStories({ device, look: nobody, lower: nobody, send: () => undefined, open: () => undefined });
  mine.watch();
  await expect.poll(() => mine.stories?.length).toBe(1);
  const story = mine.stories?.[0];
  if (story === undefined) throw new Error('no story');
  return render(MyStoryCard, { mine, story });
}

afterEach(() => vi.restoreAllMocks());

it('a kept story shows how it was told, its drawing and its pictures, and leaves no bytes in the page', async () => {
  const revoke = vi.spyOn(URL, 'revokeObjectURL');
  const { unmount } = await told(true);
  const ways = page.getByRole('list', { name: 'You told this story with:' });
  await expect.element(ways).toHaveTextContent('a drawing');
  await expect.element(ways).toHaveTextContent('pictures');
  const drawing = page.getByRole('img', { name: 'Your drawing' });
  await expect.element(drawing).toBeVisible();
  await expect.poll(() => (drawing.element() as HTMLImageElement).naturalWidth).toBe(40);
  await expect.element(page.getByRole('list', { name: 'Your pictures' })).toHaveTextContent('bus');
  const url = (drawing.element() as HTMLImageElement).src;
  await unmount();
  expect(revoke).toHaveBeenCalledWith(url);
});

it('a story that only waits here shows how it was told, and nothing of what', async () => {
  await told(false);
  await expect.element(page.getByRole('list', { name: 'You told this story with:' })).toHaveTextContent('a drawing');
  expect(page.getByRole('img', { name: 'Your drawing' }).query()).toBeNull();
  expect(page.getByRole('list', { name: 'Your pictures' }).query()).toBeNull();
});
