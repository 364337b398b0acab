import { afterEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { READING } from '$lib/tell/reading/context';
import { Reading } from '$lib/tell/reading/reading.svelte';
import TellingPage from '$lib/tell/TellingPage.svelte';
import { atAWay } from '../../fixtures/at-a-way';

afterEach(() => {
  delete document.documentElement.dataset['text'];
  document.documentElement.removeAttribute('dir');
});

const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();

async function laying(width: number, height: number, letters: string) {
  await page.viewport(width, height);
  document.documentElement.dataset['text'] = letters;
  const telling = atAWay('pictures');
  const reading = new Reading({ load: () => Promise.reject(new Error('not listened to')), collector: () => null });
  await render(TellingPage, { props: { telling }, context: new Map([[READING, reading]]) });
  await expect.poll(() => document.querySelectorAll('.offered button').length).toBeGreaterThan(5);
  // Letters that come later change how high the bar is.
  await document.fonts.ready;
}

it.each([
  [340, '100', 'ltr'],
  [360, '100', 'ltr'],
  [360, '100', 'rtl'],
  [360, '150', 'ltr'],
  [360, '200', 'ltr'],
  [390, '100', 'ltr'],
  [412, '100', 'ltr'],
  [449, '100', 'ltr'],
  [480, '100', 'ltr'],
  [599, '100', 'ltr'],
])('the kinds of pictures are seen to go on: %i px wide, letters of %s in 100, %s', async (width, letters, dir) => {
  document.documentElement.dir = dir;
  await laying(width, 740, letters);
  const line = document.querySelector('.groups')?.getBoundingClientRect() ?? new DOMRect();
  const cut = [...document.querySelectorAll('.groups button')]
    .map((kind) => kind.getBoundingClientRect())
    .filter(({ left, right }) =>
      dir === 'ltr' ? left < line.right && right > line.right : right > line.left && left < line.left,
    );
  expect(cut).toHaveLength(1);
  const [peeking = new DOMRect()] = cut;
  const seen = dir === 'ltr' ? line.right - peeking.left : peeking.right - line.left;
  expect(seen).toBeGreaterThanOrEqual(28);
  expect(peeking.width - seen).toBeGreaterThanOrEqual(28);
});

it.each([
  [360, 740, '100'],
  [360, 740, '150'],
  [360, 740, '200'],
  [820, 1180, '100'],
  [820, 1180, '200'],
])(
  'the row that is made is in sight when a picture is pressed: %i x %i, letters of %s in 100',
  async (width, height, letters) => {
    await laying(width, height, letters);
    const pictures = [...document.querySelectorAll<HTMLElement>('.offered button')];
    for (const picture of pictures.slice(-3)) {
      picture.focus();
      picture.click();
      await new Promise(requestAnimationFrame);
      // The row follows the bar, which may become higher when its letters have come.
      const underTheBar = () => boxOf('.row').top - boxOf('header').bottom;
      await expect.poll(underTheBar).toBeGreaterThanOrEqual(0);
      const { top, bottom } = picture.getBoundingClientRect();
      const row = boxOf('.row');
      expect(top).toBeGreaterThanOrEqual(row.bottom);
      expect(bottom).toBeLessThanOrEqual(innerHeight);
      const laid = [...document.querySelectorAll('.laid')].at(-1)?.getBoundingClientRect() ?? new DOMRect();
      const under = document.elementFromPoint((laid.left + laid.right) / 2, (laid.top + laid.bottom) / 2);
      expect(under?.closest('.laid')).not.toBeNull();
    }
    // Room to choose from stays.
    expect(document.querySelector('.row')?.clientHeight).toBeLessThanOrEqual(innerHeight / 3);
  },
);
