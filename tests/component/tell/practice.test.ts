import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { newDraft } from '$lib/survey/new-draft';
import PracticeStep from '$lib/tell/steps/PracticeStep.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { nowhere } from '../../fixtures/nowhere';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

function practising() {
  const world = nowhere();
  const shown = edition('child');
  const telling = new Telling(collector(), shown, newDraft(STORY_ID, collector(), shown), world);
  return { device: world.device, telling };
}

/** Tab reaches it, and 1 goes to the sun. */
async function play(key: string) {
  const pad = document.querySelector<HTMLElement>('.pad');
  pad?.focus();
  pad?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await expect.poll(() => document.querySelector('[data-berry]')).not.toBeNull();
}

const day = () => [...document.querySelectorAll('.day svg')].map((picture) => picture.getBoundingClientRect().width);

describe('the practice triad', () => {
  it('comes right before the first real triad of the child', () => {
    const { steps } = edition('child').set;
    const firstTriad = steps.findIndex((id) => id.startsWith('triad.'));
    expect(steps.indexOf('practice')).toBe(firstTriad - 1);
  });

  it('grows what lies nearest to the dot', async () => {
    await page.viewport(360, 740);
    await render(PracticeStep, { telling: practising().telling });
    expect(day()).toEqual([]);
    await play('0');
    const [sun = 0, toys = 0, books = 0] = day();
    expect(toys).toBeCloseTo(sun, 0);
    expect(books).toBeCloseTo(sun, 0);
    await play('1');
    await expect.poll(day).toHaveLength(1);
    expect(day()[0]).toBeGreaterThan(2 * sun);
  });

  it('leaves nothing behind: not in the draft, not on the device, not in what is told', async () => {
    await page.viewport(360, 740);
    const { device, telling } = practising();
    const before = structuredClone(telling.player.draft);
    await render(PracticeStep, { telling });
    await play('1');
    await play('3');
    expect(telling.player.draft).toEqual(before);
    expect(telling.player.told.answers).toEqual({});
    await expect.poll(async () => (await device.drafts.listFor('HB7KQM')).kind).toBe('kept');
    const kept = await device.drafts.listFor('HB7KQM');
    expect(JSON.stringify(kept)).not.toMatch(/sun|toys|"practice":\{|"at":\{/);
  });
});
