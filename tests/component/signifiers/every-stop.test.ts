import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Answer } from '$lib/domain/signifier/answer';
import { stops } from '$lib/ui/controls/stops.svelte';
import { find, show } from './bench';

/** Tab, Enter and Space are all that a switch has: no stop may be one at which they do nothing. */
beforeEach(() => void (stops.each = true));
afterEach(() => void (stops.each = false));

/** Whatever Tab stops at, in order. */
async function stopsOf(): Promise<Element[]> {
  const found: Element[] = [];
  for (let press = 0; press < 40; press += 1) {
    await userEvent.tab();
    const at = document.activeElement;
    if (at === null || at === document.body || found.includes(at)) break;
    found.push(at);
  }
  return found;
}

const triad: Answer = { kind: 'triad', state: 'answered', at: { a: 0.5, b: 0.3, c: 0.2 }, method: 'pointer' };
const slider: Answer = { kind: 'slider', state: 'answered', at: 0.3, method: 'pointer' };

describe('with a stop at every choice', () => {
  it.each([
    ['triad.right', '.pad', triad],
    ['dyad.alone', '.track', slider],
  ])(
    'Tab passes over the drawing of %s, placed or not, and reaches what says the same in words',
    async (id, drawing, placed) => {
      for (const first of [undefined, placed]) {
        const { screen } = await show(id, first);
        const found = await stopsOf();
        expect(found).not.toContain(find(drawing));
        expect(found.length).toBeGreaterThan(1);
        expect(found.every((stop) => stop.matches('button, input'))).toBe(true);
        await screen.unmount();
      }
    },
  );

  it.each([
    ['triad.right', '.pad', triad],
    ['dyad.alone', '.track', slider],
  ])('the keys still move the dot of %s where a pointer has given it the focus', async (id, drawing, placed) => {
    const { onanswer } = await show(id, placed);
    (find(drawing) as HTMLElement).focus(); // cast: a div
    await userEvent.keyboard('{ArrowRight}');
    expect(onanswer).toHaveBeenCalled();
  });

  it.each([
    ['triad.right', triad],
    ['dyad.alone', slider],
  ])('taking the dot of %s off leads to a control that a press answers', async (id, placed) => {
    const { screen } = await show(id, placed);
    const off = screen.getByRole('button', { name: 'Take off' });
    (off.element() as HTMLElement).focus(); // cast: a button
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.matches('button, input')).toBe(true);
  });

  it.each(['{Enter}', ' '])('a press of %j on a stone leads to its questions in the list', async (key) => {
    const { screen, onanswer } = await show('stones.helped');
    (find('.tray [data-stone="trust"]') as HTMLElement).focus(); // cast: a button
    await userEvent.keyboard(key);
    await expect.element(screen.getByRole('list')).toBeInTheDocument();
    await expect.poll(() => document.activeElement?.getAttribute('data-stone')).toBe('trust');
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'true');
    expect(onanswer).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(document.activeElement).toBe(find('input[type="radio"]'));
  });
});

it('without it the drawing is a stop', async () => {
  stops.each = false;
  await show('triad.right');
  expect(await stopsOf()).toContain(find('.pad'));
});

it.each([false, true])(
  'opening another way in keeps the focus on the question (every choice a stop: %s)',
  async (each) => {
    stops.each = each;
    const { screen } = await show('triad.right');
    for (const name of ['List', 'How much', 'Shape']) {
      (screen.getByRole('button', { name }).element() as HTMLElement).focus(); // cast: a button
      await userEvent.keyboard('{Enter}');
      await expect.poll(() => document.activeElement?.matches('input, button, .pad')).toBe(true);
    }
  },
);

it('a stone that is put out of the story stays open in its list, and the focus on the press', async () => {
  const { screen } = await show('stones.helped');
  stops.each = true;
  (find('.tray [data-stone="trust"]') as HTMLElement).focus(); // cast: a button
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('list')).toBeInTheDocument();
  const out = [...document.querySelectorAll('button')].find(({ textContent }) => /not in my story/i.test(textContent));
  out?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => out?.getAttribute('aria-pressed')).toBe('true');
  expect(document.activeElement).toBe(out);
  stops.each = false;
});
