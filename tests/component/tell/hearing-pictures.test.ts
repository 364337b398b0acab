import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { newDraft } from '$lib/survey/new-draft';
import { READING } from '$lib/tell/reading/context';
import { Reading } from '$lib/tell/reading/reading.svelte';
import { openReadingRoom } from '$lib/tell/reading/reading-room';
import { Telling } from '$lib/tell/telling.svelte';
import LayPictures from '$lib/tell/ways-to-tell/LayPictures.svelte';
import { nowhere } from '../../fixtures/nowhere';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';
import { ENGLISH, FakeEngine, REMOTE } from './fake-engine';

async function laying(symbols: string[], voices = [REMOTE, ENGLISH]) {
  const shown = edition('child');
  const telling = new Telling(collector(), shown, newDraft(STORY_ID, collector(), shown), nowhere());
  telling.player.lay(symbols);
  const engine = new FakeEngine(voices);
  const reading = new Reading({
    load: () =>
      Promise.resolve({
        openReadingRoom: (known: () => ReturnType<typeof collector> | null) =>
          openReadingRoom(known, undefined, engine),
      }),
    collector: () => collector(),
  });
  await render(LayPictures, { props: { telling }, context: new Map([[READING, reading]]) });
  return { engine, telling };
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const framed = () => [...document.querySelectorAll('.laid.heard')].map((picture) => picture.textContent.trim());

beforeEach(async () => {
  document.documentElement.lang = 'en-GB';
  await page.viewport(360, 740);
});

describe('a row of pictures', () => {
  it('is heard in its order, and the picture that is heard stands out', async () => {
    const { engine } = await laying(['no', 'hurt', 'no']);
    await press('Hear the row');
    const heard: string[][] = [];
    await expect.poll(() => engine.speaking?.text).toBe('no');
    while (engine.speaking !== null) {
      await expect.poll(framed).toEqual([engine.speaking.text]);
      heard.push([engine.speaking.text]);
      engine.end();
    }
    expect(heard.flat()).toEqual(['no', 'hurt', 'no']);
    await expect.poll(framed).toEqual([]);
  });

  it('says each picture as it is pressed, once that is asked for', async () => {
    const { engine, telling } = await laying([]);
    await press(/^no$/);
    expect(engine.texts).toEqual([]);
    await press('Say each picture');
    await press(/^stop$/);
    await expect.poll(() => engine.texts).toEqual(['stop']);
    expect(telling.player.draft.symbols).toEqual(['no', 'stop']);
    engine.end();
    await page.getByRole('region').getByRole('button', { name: 'no' }).click();
    await expect.poll(() => engine.texts).toEqual(['stop', 'no']);
  });

  it('says so where this device has no voice, and sends nothing away', async () => {
    const { engine } = await laying(['no'], [REMOTE]);
    await press('Hear the row');
    await expect.element(page.getByText('There is no voice here for this.', { exact: false })).toBeVisible();
    expect(engine.spoken).toEqual([]);
  });

  it('leaves those that are picked from where they are, also where there is no voice', async () => {
    const { telling } = await laying([], [REMOTE]);
    const tiles = [...document.querySelectorAll<HTMLElement>('.offered button')];
    const tile = () => Math.round((tiles[0]?.getBoundingClientRect().top ?? NaN) + scrollY);
    const before = tile();
    await press('Say each picture');
    for (const each of tiles.slice(0, 10)) each.click();
    await expect.element(page.getByText('There is no voice here for this.', { exact: false })).toBeVisible();
    expect(telling.player.draft.symbols).toHaveLength(10);
    expect(tile()).toBe(before);
  });

  it('has buttons that a small hand can press', async () => {
    await laying(['no', 'hurt']);
    for (const name of ['Hear the row', 'Say each picture']) {
      const { height } = page.getByRole('button', { name }).element().getBoundingClientRect();
      expect(height).toBeGreaterThanOrEqual(48);
    }
  });
});
