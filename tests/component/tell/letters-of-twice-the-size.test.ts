import { afterEach, beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import type { Audience } from '$lib/domain/audience';
import { newDraft } from '$lib/survey/new-draft';
import TellingPage from '$lib/tell/TellingPage.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';
import { nowhere } from '../../fixtures/nowhere';

/** As where a browser's own letters are set to twice their size. */
beforeEach(async () => {
  document.documentElement.style.fontSize = '200%';
  await page.viewport(360, 740);
});
afterEach(() => document.documentElement.removeAttribute('style'));

function telling(audience: Audience = 'youth') {
  const shown = edition(audience);
  const at = '2026-11-02T10:00:00.000Z';
  const consent = shown.consents.map(({ id }) => ({ text: `${id}@${shown.version}`, by: 'teller' as const, at }));
  return new Telling(collector(), shown, { ...newDraft(STORY_ID, collector(), shown), consent, more: true }, nowhere());
}

/** On how many lines each word stands. */
function linesOfWords(element: Element): number[] {
  const text = [...element.childNodes].find(
    ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
  );
  if (text === undefined) return [];
  return [...(text.textContent ?? '').matchAll(/[^\s-]+/g)].map(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });
}

it('no word at an end of a slider is torn', async () => {
  const told = telling();
  told.arriveAt('dyad.alone');
  await render(TellingPage, { telling: told });
  await expect.poll(() => document.querySelectorAll('.words b').length).toBe(2);
  for (const end of document.querySelectorAll('.words b')) expect(linesOfWords(end).every((n) => n === 1)).toBe(true);
  expect(
    Math.max(...[...document.querySelectorAll('.words b')].map((end) => end.getBoundingClientRect().right)),
  ).toBeLessThanOrEqual(360);
});

it('pictures are found without scrolling sideways', async () => {
  const told = telling();
  told.arriveAt('story');
  told.openWay('pictures');
  await render(TellingPage, { telling: told });
  await expect.element(page.getByRole('searchbox')).toBeVisible();
  expect(page.getByRole('searchbox').element().getBoundingClientRect().right).toBeLessThanOrEqual(360);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

it.each([
  ['pro', 'stones.helped', '.stone b'],
  ['family', 'mcq.services', 'label .words'],
] as const)('no long word beside a picture is torn: %s, %s', async (audience, step, words) => {
  const told = telling(audience);
  expect(told.arriveAt(step)).toBe(true);
  await render(TellingPage, { telling: told });
  await expect.poll(() => document.querySelectorAll(words).length).toBeGreaterThan(3);
  const torn = [...document.querySelectorAll(words)].filter((line) => linesOfWords(line).some((n) => n > 1));
  expect(torn.map(({ textContent }) => textContent)).toEqual([]);
  for (const line of document.querySelectorAll(words))
    expect(line.getBoundingClientRect().right).toBeLessThanOrEqual(352);
});
