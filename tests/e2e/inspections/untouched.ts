import type { Page } from '@playwright/test';

/** Signifiers, as their ids say: each can be left by "does not fit". */
const SIGNIFIER = /^(triad|dyad|stones|mcq|open)\./;
/** Nothing is asked there, so there is nothing to skip. */
const ASKS_NOTHING = /^(assent|consent|interruption|practice|prompt\.life)/;
/** Said on the first screen already, and not asked twice (WCAG 3.3.7). */
const SAID_BEFORE = /^demo\.role$/;

/** What is on a step that nobody has touched, and what is missing from it. */
export async function untouchedFaults(page: Page, step: string): Promise<string[]> {
  if (SAID_BEFORE.test(step)) return [];
  const found = await page.evaluate(() => ({
    chosen: document.querySelectorAll('main :checked').length,
    berries: document.querySelectorAll('main [data-berry]').length,
    pressed: document.querySelectorAll('main [aria-pressed="true"]').length,
    words: [...document.querySelectorAll<HTMLTextAreaElement>('main textarea, main input[type="text"]')]
      .map((field) => field.value)
      .join(''),
    misfits: document.querySelectorAll('main .signifier > button[aria-pressed]').length,
    ways: [...document.querySelectorAll('nav button')].map((way) => (way.textContent ?? '').trim()),
  }));
  const faults: string[] = [];
  if (found.chosen > 0) faults.push('something is chosen');
  if (found.berries > 0) faults.push('something is placed');
  if (found.pressed > 0) faults.push('something is pressed');
  if (found.words !== '') faults.push(`words stand there: ${found.words}`);
  if (SIGNIFIER.test(step) && found.misfits !== 1) faults.push('"does not fit" is missing');
  if (!ASKS_NOTHING.test(step) && found.ways.join() !== 'Back,Skip') faults.push(`the ways are ${found.ways.join()}`);
  return faults;
}
