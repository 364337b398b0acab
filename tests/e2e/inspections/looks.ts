import type { Page } from '@playwright/test';
import { colourFaults, contrastFaults } from './axe';
import { NEW_KIND, markNewKinds, unmarkKinds } from './kinds';
import { sidewaysFaults } from './reflow';
import { smallTargets } from './targets';

/** Colours that a teller may choose besides the light ones. */
const COLOURS = ['dark', 'cream', 'contrast', 'contrast-dark'] as const;

/**
 * What is wrong on a page in its own colours and in others: one line for each. Only words of a kind that was not looked at
 * before are looked at: the forty screens of each walk would otherwise be measured five times for the same few rules of style.
 */
export async function colourLookFaults(page: Page, looks: readonly string[] = COLOURS): Promise<string[]> {
  const faults: string[] = [];
  if ((await markNewKinds(page, looks)) > 0) {
    faults.push(...(await colourFaults(page, NEW_KIND)));
    for (const look of looks) faults.push(...(await contrastFaults(page, look, NEW_KIND)));
  }
  await unmarkKinds(page);
  return faults;
}

/** What is wrong on a page when it reads from right to left: what stands where depends on its words, so all of it counts. */
export async function mirroredFaults(page: Page): Promise<string[]> {
  const before = await turn(page, 'rtl');
  const faults = [...(await sidewaysFaults(page)), ...(await smallTargets(page))];
  await turn(page, before);
  return faults.map((fault) => `rtl: ${fault}`);
}

/** @returns which way the page read before */
function turn(page: Page, to: string): Promise<string> {
  return page.evaluate(async (dir) => {
    const before = document.documentElement.dir;
    document.documentElement.dir = dir;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return before;
  }, to);
}
