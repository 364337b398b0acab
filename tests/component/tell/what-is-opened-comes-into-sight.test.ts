import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { newDraft } from '$lib/survey/new-draft';
import TellingPage from '$lib/tell/TellingPage.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { nowhere } from '../../fixtures/nowhere';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

afterEach(() => {
  document.documentElement.removeAttribute('dir');
});

it.each([
  [360, 740, 'ltr'],
  [360, 740, 'rtl'],
  [360, 640, 'ltr'],
  [1440, 900, 'ltr'],
] as const)(
  'a child who asks for help sees all of what was opened, clear of the bars: %i x %i, %s',
  async (width, height, dir) => {
    await page.viewport(width, height);
    document.documentElement.dir = dir;
    const shown = edition('child');
    // A grown-up has said yes; now the child is asked.
    const consent = shown.consents
      .filter(({ by }) => by !== undefined)
      .map(({ id }) => ({
        text: `${id}@${shown.version}`,
        by: 'teller' as const,
        at: '2026-11-02T10:00:00.000Z',
      }));
    const draft = { ...newDraft(STORY_ID, collector(), shown), consent };
    const telling = new Telling(collector(), shown, draft, nowhere());
    const asked = telling.player.screens.find(({ page: at, pages }) => pages > 1 && at === pages);
    expect(telling.arriveAt(asked?.id ?? '')).toBe(true);
    await render(TellingPage, { telling });
    const ask = page.getByRole('main').getByRole('button', { name: 'grown-up' });
    await expect.element(ask).toBeVisible();
    // Just above the bar, where a thumb brings it.
    ask.element().scrollIntoView({ block: 'end' });
    (ask.element() as HTMLElement).click();
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
    const bars = () => ({
      top: document.querySelector('header')?.getBoundingClientRect().bottom ?? 0,
      bottom: document.querySelector('main ~ nav')?.getBoundingClientRect().top ?? 0,
    });
    const parts = [...document.querySelectorAll('.call label, .call textarea, .call p, .call > button')];
    expect(parts.length).toBeGreaterThanOrEqual(5);
    const outside = () =>
      parts
        .map((part) => part.getBoundingClientRect())
        .filter(({ top, bottom }) => top < bars().top || bottom > bars().bottom).length;
    await expect.poll(outside).toBe(0);
  },
);
