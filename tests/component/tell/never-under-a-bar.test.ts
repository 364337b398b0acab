import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { tick } from 'svelte';
import type { Audience } from '$lib/domain/audience';
import { newDraft } from '$lib/survey/new-draft';
import { READING } from '$lib/tell/reading/context';
import { Reading } from '$lib/tell/reading/reading.svelte';
import TellingPage from '$lib/tell/TellingPage.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { WAYS_TO_TELL } from '$lib/tell/ways-to-tell/ways';
import { wayIn } from '$lib/ui/signifiers/way-in.svelte';
import { nowhere } from '../../fixtures/nowhere';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

afterEach(() => wayIn.forget());

async function told(audience: Audience) {
  const shown = edition(audience);
  const at = '2026-11-02T10:00:00.000Z';
  const consent = shown.consents.map(({ id }) => ({ text: `${id}@${shown.version}`, by: 'teller' as const, at }));
  const draft = { ...newDraft(STORY_ID, collector(), shown), consent, more: true };
  const telling = new Telling(collector(), shown, draft, nowhere());
  const reading = new Reading({ load: () => Promise.reject(new Error('not listened to')), collector: () => null });
  await render(TellingPage, { props: { telling }, context: new Map([[READING, reading]]) });
  return telling;
}

const bar = (selector: string) => {
  const found = document.querySelector(selector);
  return found && getComputedStyle(found).position === 'sticky' ? found.getBoundingClientRect() : null;
};

// Leaves turn for a quarter of a second each, and what is on them moves: here they lie at once.
beforeAll(() => document.documentElement.style.setProperty('--turn', '0s'));
afterAll(() => document.documentElement.style.removeProperty('--turn'));

async function atRest() {
  await tick();
  await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
}

/** Gives the focus to one control after the other, as keys do, and back; one line for each that a bar covers, with its mark. */
function covered(screen: string): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('.tell :is(button, a[href], input, [tabindex="0"])')].filter(
    (control) => !control.matches(':disabled') && control.closest('header, main ~ nav') === null,
  );
  window.scrollTo(0, 0);
  return [...all, ...all.toReversed()].flatMap((control) => {
    control.focus();
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(control);
    const mark = outlineStyle === 'none' ? 0 : Math.max(0, parseFloat(outlineWidth) + parseFloat(outlineOffset));
    const { top, bottom } = control.getBoundingClientRect();
    const above = bar('header')?.bottom ?? 0;
    const below = bar('main ~ nav')?.top ?? innerHeight;
    if (bottom - top > below - above || (top - mark >= above && bottom + mark <= below)) return [];
    const name = (control.ariaLabel ?? control.textContent).trim().slice(0, 30);
    return [`${screen}: ${control.tagName} "${name}" ${Math.round(top)} to ${Math.round(bottom)}`];
  });
}

it.each([
  [360, 740],
  [820, 1180],
  [1440, 900],
] as const)('no bar covers what has the focus, nor its mark, on any screen: %i x %i', async (width, height) => {
  await page.viewport(width, height);
  const telling = await told('child');
  // Marks are shown for keys only.
  await userEvent.keyboard('{Tab}');
  const faults: string[] = [];
  const screens = telling.player.screens.map(({ id }) => id);
  expect(screens.length).toBeGreaterThan(15);
  for (const id of screens) {
    expect(telling.arriveAt(id)).toBe(true);
    await atRest();
    faults.push(...covered(id));
  }
  telling.arriveAt('story');
  for (const way of WAYS_TO_TELL) {
    telling.openWay(way);
    await atRest();
    faults.push(...covered(way));
    telling.closeWay();
  }
  expect(faults).toEqual([]);
});

it.each([
  ['child', 1440, 900],
  ['family', 1440, 900],
  ['child', 1024, 768],
  ['child', 360, 740],
] as const)(
  'what was placed with keys is said, and can be taken off, above the bar: %s, %i x %i',
  async (audience, width, height) => {
    await page.viewport(width, height);
    const telling = await told(audience);
    for (const id of telling.player.screens
      .map((screen) => screen.id)
      .filter((step) => /^(practice|triad)/.test(step))) {
      telling.arriveAt(id);
      const pad = page.getByRole('application');
      await expect.element(pad).toBeVisible();
      (pad.element() as HTMLElement).focus();
      await userEvent.keyboard('{ArrowLeft}');
      await expect.element(page.getByRole('button', { name: 'Take off' })).toBeVisible();
      const said = () => document.querySelector('.readout')?.getBoundingClientRect().bottom ?? Infinity;
      await expect.poll(said, { message: id }).toBeLessThanOrEqual(bar('main ~ nav')?.top ?? innerHeight);
      // At rest: a triangle and the words under it decide over each other's sizes.
      const seen = new Set<number>();
      for (let frames = 0; frames < 8; frames += 1) {
        await new Promise(requestAnimationFrame);
        seen.add(document.querySelector('.pad svg')?.clientHeight ?? 0);
      }
      expect([...seen], id).toHaveLength(1);
    }
  },
);
