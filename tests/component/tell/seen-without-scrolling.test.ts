import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import type { Audience } from '$lib/domain/audience';
import { newDraft } from '$lib/survey/new-draft';
import TellingPage from '$lib/tell/TellingPage.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { wayIn } from '$lib/ui/signifiers/way-in.svelte';
import { nowhere } from '../../fixtures/nowhere';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

async function at(step: string, audience: Audience, width: number, height: number) {
  await page.viewport(width, height);
  const shown = edition(audience);
  const consent = shown.consents.map(({ id }) => ({
    text: `${id}@${shown.version}`,
    by: 'teller' as const,
    at: '2026-11-02T10:00:00.000Z',
  }));
  const telling = new Telling(
    collector(),
    shown,
    { ...newDraft(STORY_ID, collector(), shown), consent, more: true },
    nowhere(),
  );
  expect(telling.arriveAt(step)).toBe(true);
  await render(TellingPage, { telling });
}

const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
const WAYS = 'main ~ nav';

afterEach(() => {
  wayIn.forget();
  delete document.documentElement.dataset['text'];
});

it.each([
  ['child', 1440, 900],
  ['child', 1024, 768],
  ['family', 1440, 900],
  ['pro', 1024, 768],
  ['child', 820, 1180],
  ['child', 360, 740],
] as const)(
  'all three corners of a triad have their words on one screen: %s at %i x %i',
  async (audience, width, height) => {
    await at('triad.right', audience, width, height);
    await expect.poll(() => box('.foot')?.bottom ?? Infinity).toBeLessThanOrEqual(box(WAYS)?.top ?? 0);
    expect(box('.pad svg')?.height).toBeGreaterThan(180);
  },
);

it.each(['child', 'youth'] as const)('stones wait in reach of the canvas on a phone: %s', async (audience) => {
  await at(audience === 'child' ? 'stones.near' : 'stones.helped', audience, 360, 740);
  await expect.poll(() => box('.tray')?.bottom ?? Infinity).toBeLessThanOrEqual((box(WAYS)?.top ?? 0) + 1);
  expect(box('.tray button')?.height).toBeGreaterThanOrEqual(48);
  expect(Math.round(box('.canvas')?.height ?? 0)).toBeGreaterThanOrEqual(236);
});

it.each(['child', 'youth', 'family', 'pro'] as const)(
  'what to do with the stones is never under them, and they cover no end of the canvas: %s',
  async (audience) => {
    const step = audience === 'child' ? 'stones.near' : 'stones.helped';
    await at(step, audience, 360, 740);
    await expect.poll(() => box('.tray')?.bottom ?? Infinity).toBeLessThanOrEqual((box(WAYS)?.top ?? 0) + 1);
    const said = document.querySelector('.said [role=status]');
    const covered = () => {
      const { top, bottom } = said?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      const ends = [...document.querySelectorAll('.field > b')].map((end) => end.getBoundingClientRect().bottom);
      return {
        words: bottom > (box('.tray')?.top ?? 0) || !said?.contains(document.elementFromPoint(180, (top + bottom) / 2)),
        ends: Math.max(box('.canvas')?.bottom ?? 0, ...ends) > top + 1,
      };
    };
    expect(said?.textContent).toMatch(/Tap a stone/);
    expect(covered()).toEqual({ words: false, ends: false });
    document.querySelector<HTMLElement>('.tray button')?.click();
    await expect.poll(() => said?.textContent).toMatch(/Now tap/);
    expect(covered()).toEqual({ words: false, ends: false });
    // No word is torn.
    for (const words of document.querySelectorAll<HTMLElement>('.tray b'))
      expect(words.scrollWidth).toBeLessThanOrEqual(words.parentElement?.clientWidth ?? 0);
  },
);

it.each(['child', 'youth', 'family', 'pro'] as const)(
  'the words of a triad stand clear of the edge of the leaf and of the other ways: %s',
  async (audience) => {
    await at('triad.right', audience, 360, 740);
    await expect.poll(() => document.querySelectorAll('.foot b').length).toBe(2);
    const leaf = document.querySelector('.foot')?.closest('.leaf, main')?.getBoundingClientRect();
    for (const words of document.querySelectorAll('.foot b')) {
      const { left, right } = words.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual((leaf?.left ?? 0) + 4);
      expect(right).toBeLessThanOrEqual((leaf?.right ?? 360) - 4);
    }
    const top = box('.top b')?.top ?? 0;
    for (const way of document.querySelectorAll('.first button'))
      expect(top - way.getBoundingClientRect().bottom).toBeGreaterThanOrEqual(4);
  },
);
