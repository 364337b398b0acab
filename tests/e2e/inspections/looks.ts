import type { Page } from '@playwright/test';
import { colourFaults, contrastFaults } from './axe';
import { NEW_KIND, markNewKinds, unmarkKinds } from './kinds';
import { whatSticksOut } from './reflow';
import { smallOnes } from './targets';

/** Colours that a teller may choose besides the light ones. */
const COLOURS = ['dark', 'cream', 'contrast', 'contrast-dark'] as const;

/**
 * What is wrong on a page in its own colours and in others: one line for each. Only words of a kind that was not looked at
 * before are looked at: the forty screens of each walk would otherwise be measured five times for the same few rules of style.
 */
export async function colourLookFaults(page: Page, looks: readonly string[] = COLOURS): Promise<string[]> {
  if ((await markNewKinds(page, looks)) === 0) return [];
  const faults = [...(await colourFaults(page, NEW_KIND)), ...(await contrastFaults(page, looks, NEW_KIND))];
  await unmarkKinds(page);
  return faults;
}

/** What is wrong on a page when it reads from right to left: what stands where depends on its words, so all of it counts. */
export function mirroredFaults(page: Page): Promise<string[]> {
  // As words, for what runs in a page knows nothing outside of itself; asked for one by one they would cost four times the way.
  return page.evaluate<string[]>(`(${String(mirrored)})(${String(whatSticksOut)}, ${String(smallOnes)})`);
}

/**
 * Runs in the page. Components hear of it before the next task (`reading-direction.svelte.ts`), and what is measured is laid out
 * anew: there is no picture to wait for.
 */
async function mirrored(...looks: readonly (() => string[])[]): Promise<string[]> {
  const root = document.documentElement;
  const before = root.dir;
  root.dir = 'rtl';
  await new Promise((heard) => setTimeout(heard));
  const faults = looks.flatMap((look) => look());
  root.dir = before;
  await new Promise((heard) => setTimeout(heard));
  return faults.map((fault) => `rtl: ${fault}`);
}
