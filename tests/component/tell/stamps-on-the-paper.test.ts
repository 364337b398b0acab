import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import TellingPage from '$lib/tell/TellingPage.svelte';
import { atAWay } from '../../fixtures/at-a-way';

afterEach(() => {
  delete document.documentElement.dataset['text'];
  document.documentElement.removeAttribute('dir');
});

async function drawing(width: number, height: number) {
  await page.viewport(width, height);
  const telling = atAWay('draw');
  await render(TellingPage, { telling });
}

const named = (name: string) => page.getByRole('button', { name, exact: true });
const places = () => [...document.querySelectorAll<HTMLElement>('.places button')];
const paper = () => document.querySelector('canvas')?.getBoundingClientRect() ?? new DOMRect();

it.each([
  [360, 740, '100', 'ltr'],
  [360, 740, '100', 'rtl'],
  [360, 740, '200', 'ltr'],
  [820, 1180, '100', 'ltr'],
  [1440, 900, '100', 'ltr'],
] as const)(
  'the paper is in sight while a stamp is put on it, and its places lie on it: %i x %i, letters of %s in 100, %s',
  async (width, height, letters, dir) => {
    document.documentElement.dataset['text'] = letters;
    document.documentElement.dir = dir;
    await drawing(width, height);
    await named('dog').click();
    await expect.poll(() => places().length).toBe(9);
    const bar = document.querySelector('main ~ nav');
    const floor = () =>
      bar && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().top : innerHeight;
    const inSight = () =>
      paper().top >= (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0) &&
      paper().bottom <= floor();
    await expect.poll(inSight).toBe(true);
    for (const [index, place] of places().entries()) {
      const box = place.getBoundingClientRect();
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(48);
      const x = (box.left + box.width / 2 - paper().left) / paper().width;
      const y = (box.top + box.height / 2 - paper().top) / paper().height;
      expect(x).toBeCloseTo((1 + 2 * (index % 3)) / 6, 1);
      expect(y).toBeCloseTo((1 + 2 * Math.floor(index / 3)) / 6, 1);
    }
    await named('Put it there: middle, right').click();
    await expect.element(page.getByRole('img', { name: 'Your paper: 1 mark on it' })).toBeVisible();
    await expect.element(page.getByText('dog put there: middle, right')).toBeVisible();
    expect(inSight()).toBe(true);
  },
);

it('keys go from a stamp to its places and back to the stamp', async () => {
  await drawing(360, 740);
  await expect.element(named('cat')).toBeVisible();
  (named('cat').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Put it there: top, left');
  (named('Another stamp').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.textContent?.trim()).toBe('cat');
});

it('who reaches for a pen can draw again, with the colour that was chosen before, too', async () => {
  await drawing(360, 740);
  await named('dog').click();
  await expect.poll(() => places().length).toBe(9);
  await page.getByRole('radio', { name: 'Black' }).click({ force: true });
  await expect.poll(() => places().length).toBe(0);
  await expect.element(named('dog')).toBeVisible();
});

it('on a low page a line begins where the paper is pressed', async () => {
  await drawing(740, 360);
  await expect.poll(() => paper().height).toBeGreaterThan(150);
  const { width, height } = paper();
  expect(width / height).toBeCloseTo(4 / 3, 1);
});
