import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Answer, TriadAnswer } from '$lib/domain/signifier/answer';
import { CORNER_ORDERS, isLabelOrder } from '$lib/domain/signifier/corners';
import type { CornerOrder } from '$lib/domain/signifier/spaces';
import { close } from '$lib/domain/signifier/triad';
import { drawTriad, pixelOf } from '$lib/ui/signifiers/triad/triad-drawing';
import { find, show, stroke } from './bench';

const VARIED = CORNER_ORDERS.filter((order) => !isLabelOrder(order));
const LABELS = ['support', 'time', 'place'];

function placed(answer: Answer | undefined): TriadAnswer {
  if (answer?.state !== 'answered' || answer.kind !== 'triad') throw new Error('no triad was placed');
  return answer;
}

/** The words that stand at the corners start, end and top of the screen. */
function onScreen(): string[] {
  const words = [...document.querySelectorAll('.foot b, .top b')].map((word) => {
    const { left, top } = word.getBoundingClientRect();
    return { left, top, text: word.textContent };
  });
  const [first, ...others] = words.sort((p, q) => p.top - q.top);
  const base = others.sort((p, q) => p.left - q.left).map(({ text }) => text);
  return [...(document.documentElement.dir === 'rtl' ? base.reverse() : base), first?.text ?? ''];
}

const tap = (order: CornerOrder | undefined, parts: readonly [number, number, number], mirrored = false) => {
  const pad = find('.pad svg');
  const { frame } = drawTriad(pad.getBoundingClientRect().width, window.innerHeight, mirrored, order);
  const { x, y } = pixelOf(close(...parts), frame);
  return stroke(find('.pad .hit'), pad, [x, y]);
};

describe.each(['ltr', 'rtl'])('corners that differ from teller to teller, read %s', (dir) => {
  it.each(VARIED)('%i, %i, %i: shows the labels there, keeps label order and what was shown', async (...order) => {
    document.documentElement.dir = dir;
    const { given } = await show('triad.right', undefined, 'youth', order);
    onScreen().forEach((text, corner) => expect(text).toContain(LABELS[order[corner] ?? 0]));
    await tap(order, [0.7, 0.2, 0.1], dir === 'rtl');
    expect(placed(given()).at.a).toBeCloseTo(0.7, 6);
    expect(placed(given()).at.b).toBeCloseTo(0.2, 6);
    expect(placed(given()).shown).toEqual(order);
  });

  it.each(VARIED)('%i, %i, %i: a press on the start corner is the label that stands there', async (...order) => {
    document.documentElement.dir = dir;
    const { given } = await show('triad.right', undefined, 'youth', order);
    const pad = find('.pad svg');
    // The pixel of the start corner, from a drawing that knows nothing of the order.
    const { frame } = drawTriad(pad.getBoundingClientRect().width, window.innerHeight, dir === 'rtl');
    const { x, y } = pixelOf(close(1, 0, 0), frame);
    await stroke(find('.pad .hit'), pad, [x, y]);
    const { a, b, c } = placed(given()).at;
    expect([a, b, c].map(Math.round)).toEqual([0, 1, 2].map((label) => (label === order[0] ? 1 : 0)));
  });
});

describe('corners that differ from teller to teller', () => {
  it.each([
    ['1', [1, 0, 0]],
    ['2', [0, 1, 0]],
    ['3', [0, 0, 1]],
  ])('%s is still the corner of its label', async (key, [a, b, c]) => {
    const { given } = await show('triad.right', undefined, 'youth', [2, 0, 1]);
    (find('.pad') as HTMLElement).focus(); // cast: a div
    await userEvent.keyboard(key);
    expect(placed(given())).toMatchObject({ at: { a, b, c }, method: 'keyboard', shown: [2, 0, 1] });
  });

  it.each([
    ['{ArrowRight}', 1, 0],
    ['{ArrowLeft}', -1, 0],
    ['{ArrowUp}', 0, -1],
    ['{ArrowDown}', 0, 1],
  ])('%s moves the dot that way on screen', async (key, across, down) => {
    const first: Answer = {
      kind: 'triad',
      state: 'answered',
      at: { a: 0.3, b: 0.3, c: 0.4 },
      method: 'pointer',
      shown: [1, 2, 0],
    };
    await show('triad.right', first, 'youth', [1, 2, 0]);
    const where = () => find('[data-berry]').getBoundingClientRect();
    (find('.pad') as HTMLElement).focus(); // cast: a div
    await userEvent.keyboard('{ArrowUp}{ArrowDown}');
    const before = where();
    await userEvent.keyboard(key);
    expect(Math.sign(Math.round((where().left - before.left) * 10))).toBe(across);
    expect(Math.sign(Math.round((where().top - before.top) * 10))).toBe(down);
  });

  it('leave the list and the amounts as they are, and what they say', async () => {
    const { screen, given } = await show('triad.right', undefined, 'youth', [2, 1, 0]);
    await screen.getByRole('button', { name: 'List' }).click();
    (find('input[value="A"]') as HTMLInputElement).click(); // cast: an input by its selector
    expect(given()).toEqual({
      kind: 'triad',
      state: 'answered',
      at: { a: 1, b: 0, c: 0 },
      method: 'zones',
      zone: 'A',
    });
  });

  it('are left out of an answer where they stand in label order', async () => {
    const { given } = await show('triad.right', undefined, 'youth', [0, 1, 2]);
    await tap(undefined, [1, 1, 1]);
    expect(placed(given())).not.toHaveProperty('shown');
  });
});
