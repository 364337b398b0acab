import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import type { Audience } from '$lib/domain/audience';
import { newDraft } from '$lib/survey/new-draft';
import TellingPage from '$lib/tell/TellingPage.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { wayIn } from '$lib/ui/signifiers/way-in.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';
import { nowhere } from './nowhere';

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
