import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answer, TriadAnswer } from '$lib/domain/signifier/answer';
import { close, nudge } from '$lib/domain/signifier/triad';
import { locusOf, ZONES } from '$lib/domain/signifier/zone';
import { drawTriad, pixelOf, type TriadDrawing } from '$lib/ui/signifiers/triad/triad-drawing';
import { find, show, stroke, type Stroke } from './bench';

const at = (a: number, b: number, c: number): TriadAnswer => ({
  kind: 'triad',
  state: 'answered',
  at: { a, b, c },
  method: 'pointer',
});
const pad = () => find('.pad svg');
const hit = () => find('.pad .hit');
const berry = () => document.querySelector('[data-berry]');

/** The drawing as the pad on screen has it. */
function drawing(mirrored = false): TriadDrawing {
  return drawTriad(pad().getBoundingClientRect().width, window.innerHeight, mirrored);
}

function press(from: readonly [number, number], how?: Stroke) {
  return stroke(hit(), pad(), from, how);
}

function pixel(a: number, b: number, c: number, mirrored = false): [number, number] {
  const { x, y } = pixelOf(close(a, b, c), drawing(mirrored).frame);
  return [x, y];
}

function placed(answer: Answer | undefined): TriadAnswer {
  if (answer?.state !== 'answered' || answer.kind !== 'triad') throw new Error('no triad was placed');
  return answer;
}

describe('a triad on its pad', () => {
  it('shows no dot and gives no answer before it is touched', async () => {
    const { onanswer } = await show('triad.right');
    expect(berry()).toBeNull();
    expect(document.querySelectorAll('.stalk')).toHaveLength(0);
    await userEvent.tab();
    await userEvent.hover(find('.pad'));
    expect(onanswer).not.toHaveBeenCalled();
    expect(berry()).toBeNull();
  });

  it.each([
    [0.6, 0.3, 0.1],
    [0.1, 0.1, 0.8],
    [1, 1, 1],
  ])('places %f : %f : %f where it is tapped', async (a, b, c) => {
    const { given } = await show('triad.right');
    await press(pixel(a, b, c));
    const answer = placed(given());
    const meant = close(a, b, c);
    expect(answer.at.a).toBeCloseTo(meant.a, 6);
    expect(answer.at.b).toBeCloseTo(meant.b, 6);
    expect(answer.at.c).toBeCloseTo(meant.c, 6);
    expect(answer.method).toBe('pointer');
    expect(answer.zone).toBeUndefined();
    expect(berry()).not.toBeNull();
    expect(document.querySelectorAll('.stalk')).toHaveLength(3);
  });

  it('reaches a corner with a press beyond it', async () => {
    const { given } = await show('triad.right');
    const [x, y] = pixel(1, 0, 0);
    await press([x - 12, y + 10]);
    expect(placed(given()).at).toEqual({ a: 1, b: 0, c: 0 });
  });

  it('takes nothing further than 24 px from the triangle', async () => {
    const { onanswer } = await show('triad.right');
    const [x, y] = pixel(1, 1, 0);
    await press([x, y + 26]);
    expect(onanswer).not.toHaveBeenCalled();
  });

  it('places only when the pointer is lifted', async () => {
    const { onanswer } = await show('triad.right');
    const held = press(pixel(1, 1, 1), { via: [pixel(4, 1, 1)], end: 'cancel' });
    expect(onanswer).not.toHaveBeenCalled();
    await held;
    expect(onanswer).not.toHaveBeenCalled();
    expect(berry()).toBeNull();
  });

  it.each([
    ['sliding off', { via: [[10, -200]] } satisfies Stroke],
    ['Escape', { via: [[160, 120]], end: 'escape' } satisfies Stroke],
    ['the system taking the pointer away', { via: [[160, 120]], end: 'cancel' } satisfies Stroke],
  ])('stays as it was after %s', async (_, how) => {
    const { onanswer } = await show('triad.right', at(0.2, 0.2, 0.6));
    await press(pixel(1, 1, 1), how);
    expect(onanswer).not.toHaveBeenCalled();
    expect(berry()).not.toBeNull();
  });

  it('puts a dragged dot where it was shown: up to 28 px above the finger', async () => {
    const { given } = await show('triad.right');
    const [x, y] = pixel(1, 1, 1);
    await press([x, y + 60], { touch: true, via: [[x, y + 28]] });
    // 32 px of travel lift it by 26.
    const meant = { x, y: y + 2 };
    const { frame } = drawing();
    const shown = pixelOf(close(placed(given()).at.a, placed(given()).at.b, placed(given()).at.c), frame);
    expect(shown.x).toBeCloseTo(meant.x, 3);
    expect(shown.y).toBeCloseTo(meant.y, 3);
  });

  it('puts a tapped dot under the finger, even when it trembles', async () => {
    const { given } = await show('triad.right');
    const [x, y] = pixel(0.4, 0.3, 0.3);
    await press([x, y], {
      touch: true,
      via: [
        [x + 3, y - 2],
        [x, y],
      ],
    });
    expect(placed(given()).at.a).toBeCloseTo(0.4, 6);
  });

  it('keeps the page still under one finger, and lets two zoom it', async () => {
    await show('triad.right');
    const touch = (identifier: number) => new Touch({ identifier, target: hit(), clientX: 160, clientY: 200 });
    const one = new TouchEvent('touchstart', { touches: [touch(1)], bubbles: true, cancelable: true });
    hit().dispatchEvent(one);
    expect(one.defaultPrevented).toBe(true);
    const two = new TouchEvent('touchstart', { touches: [touch(1), touch(2)], bubbles: true, cancelable: true });
    hit().dispatchEvent(two);
    expect(two.defaultPrevented).toBe(false);
  });

  it('mirrors the drawing and not the answer when reading from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const { given } = await show('triad.right');
    const { frame } = drawing(true);
    const straight = pixelOf(close(1, 0, 0), { ...frame, mirrored: false });
    await press([straight.x, straight.y]);
    expect(placed(given()).at).toEqual({ a: 0, b: 1, c: 0 });
    await press(pixel(0.7, 0.2, 0.1, true));
    expect(placed(given()).at.a).toBeCloseTo(0.7, 6);
  });

  it('is taken off by its button, back to no answer at all', async () => {
    const { onanswer, screen } = await show('triad.right', at(0.2, 0.2, 0.6));
    await screen.getByRole('button', { name: 'Take off' }).click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
    expect(berry()).toBeNull();
  });

  it('says in words what was placed, once it has come to rest', async () => {
    const { screen } = await show('triad.right');
    await press(pixel(0.61, 0.29, 0.1));
    await expect
      .element(screen.getByRole('status'))
      .toHaveTextContent('Mostly the right support, a bit at the right time');
  });
});

const middle = locusOf('centre');
const start = close(0.5, 0.3, 0.2);

describe('a key on the pad', () => {
  it.each([
    ['{ArrowRight}', nudge(start, 0.02, 0)],
    ['{ArrowLeft}', nudge(start, -0.02, 0)],
    ['{ArrowUp}', nudge(start, 0, 0.02)],
    ['{ArrowDown}', nudge(start, 0, -0.02)],
    ['{Shift>}{ArrowRight}{/Shift}', nudge(start, 0.1, 0)],
    ['{Shift>}{ArrowLeft}{/Shift}', nudge(start, -0.1, 0)],
    ['{Shift>}{ArrowUp}{/Shift}', nudge(start, 0, 0.1)],
    ['{Shift>}{ArrowDown}{/Shift}', nudge(start, 0, -0.1)],
    ['1', locusOf('A')],
    ['2', locusOf('B')],
    ['3', locusOf('C')],
    ['0', middle],
  ])('%s moves the dot', async (key, expected) => {
    const { given } = await show('triad.right', at(start.a, start.b, start.c));
    (find('.pad') as HTMLElement).focus(); // cast: a div
    await userEvent.keyboard(key);
    const answer = placed(given());
    expect(answer.at.a).toBeCloseTo(expected.a, 9);
    expect(answer.at.b).toBeCloseTo(expected.b, 9);
    expect(answer.at.c).toBeCloseTo(expected.c, 9);
    expect(answer.method).toBe('keyboard');
  });

  it.each(['{Delete}', '{Backspace}'])('%s takes the dot off', async (key) => {
    const { onanswer } = await show('triad.right', at(0.5, 0.3, 0.2));
    (find('.pad') as HTMLElement).focus(); // cast: a div
    await userEvent.keyboard(key);
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
  });

  it.each(['{ArrowRight}', '{ArrowUp}'])(
    '%s puts the first dot in the middle, for there is nothing to move',
    async (key) => {
      const { given } = await show('triad.right');
      (find('.pad') as HTMLElement).focus(); // cast: a div
      await userEvent.keyboard(key);
      expect(placed(given()).at).toEqual({ a: middle.a, b: middle.b, c: middle.c });
    },
  );

  it('goes to the other side when the drawing is mirrored', async () => {
    document.documentElement.dir = 'rtl';
    const { given } = await show('triad.right', at(start.a, start.b, start.c));
    (find('.pad') as HTMLElement).focus(); // cast: a div
    await userEvent.keyboard('{ArrowRight}');
    expect(placed(given()).at.a).toBeCloseTo(nudge(start, -0.02, 0).a, 9);
  });

  it('reaches both ends of a side and stays there', async () => {
    const { given } = await show('triad.right', at(0.5, 0.5, 0));
    (find('.pad') as HTMLElement).focus(); // cast: a div
    for (let i = 0; i < 7; i += 1) await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(placed(given()).at).toEqual({ a: 1, b: 0, c: 0 });
  });

  it.each(['a', '4', ' ', '{Enter}', '{Home}', '{Control>}1{/Control}'])('%s means nothing', async (key) => {
    const { onanswer } = await show('triad.right', at(0.5, 0.3, 0.2));
    (find('.pad') as HTMLElement).focus(); // cast: a div
    await userEvent.keyboard(key);
    expect(onanswer).not.toHaveBeenCalled();
  });

  it('Tab leaves the pad', async () => {
    const { screen } = await show('triad.right');
    (find('.pad') as HTMLElement).focus(); // cast: a div
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'How much' }).element());
    await userEvent.tab();
    expect(document.activeElement).toBe(find('[aria-pressed]'));
  });

  it('draws a ring round the dot that has the focus', async () => {
    await show('triad.right', at(0.5, 0.3, 0.2));
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement).toBe(find('.pad'));
    expect(find('[data-berry] .ring')).toBeInTheDocument();
  });
});

describe('a triad in its list', () => {
  it.each(ZONES)('puts the dot of row %s at its locus, and says that the list was the way in', async (zone) => {
    const { screen, given } = await show('triad.right');
    await screen.getByRole('button', { name: 'List' }).click();
    (find(`input[value="${zone}"]`) as HTMLInputElement).click(); // cast: an input by its selector
    const locus = locusOf(zone);
    expect(given()).toEqual({
      kind: 'triad',
      state: 'answered',
      at: { a: locus.a, b: locus.b, c: locus.c },
      method: 'zones',
      zone,
    });
  });

  it('has seven real radios of one group, none chosen before the teller chooses', async () => {
    const { screen } = await show('triad.right');
    await screen.getByRole('button', { name: 'List' }).click();
    const radios = document.querySelectorAll<HTMLInputElement>('input[type=radio]');
    expect(radios).toHaveLength(7);
    expect(new Set([...radios].map((radio) => radio.name)).size).toBe(1);
    await expect
      .element(screen.getByRole('radiogroup', { name: 'What made the biggest difference in your story' }))
      .toBeInTheDocument();
    expect([...radios].some((radio) => radio.checked)).toBe(false);
  });

  it('shows the nearest row of a dot placed on the pad', async () => {
    const { screen, onanswer } = await show('triad.right', at(0.46, 0.44, 0.1));
    await screen.getByRole('button', { name: 'List' }).click();
    expect(find('input[value="AB"]')).toBeChecked();
    expect(onanswer).not.toHaveBeenCalled();
  });

  it('shows a chosen row as a dot on the pad, and the pad then has the last word on the method', async () => {
    const { screen, given } = await show('triad.right');
    await screen.getByRole('button', { name: 'List' }).click();
    await screen.getByText('Mostly at the right time').click();
    await screen.getByRole('button', { name: 'Shape' }).click();
    expect(berry()).not.toBeNull();
    (find('.pad') as HTMLElement).focus(); // cast: a div
    await userEvent.keyboard('{ArrowUp}');
    expect(placed(given()).method).toBe('keyboard');
    expect(placed(given()).zone).toBeUndefined();
  });

  it('stays the way in on the next question, until somebody else begins', async () => {
    const { screen } = await show('triad.right');
    await screen.getByRole('button', { name: 'List' }).click();
    await screen.unmount();
    const next = await show('triad.who');
    await expect.element(next.screen.getByRole('radiogroup')).toBeInTheDocument();
  });

  it('can be taken off', async () => {
    const { screen, onanswer } = await show('triad.right', at(1, 0, 0));
    await screen.getByRole('button', { name: 'List' }).click();
    await screen.getByRole('button', { name: 'Take off' }).click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
    expect(find('input[value="A"]')).not.toBeChecked();
  });

  it('comes first where the shape has no room', async () => {
    await page.viewport(320, 640);
    const { screen } = await show('triad.right');
    await expect.element(screen.getByRole('radiogroup')).toBeInTheDocument();
    expect(document.querySelector('.pad')).toBeNull();
    await screen.getByRole('button', { name: 'Show the shape' }).click();
    expect(find('.pad')).toBeInTheDocument();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
});

describe('"this does not fit my story"', () => {
  it('is an answer that puts the dot away, and brings it back when undone', async () => {
    const { screen, given } = await show('triad.right', at(0.2, 0.2, 0.6));
    const button = screen.getByRole('button', { name: "This doesn't fit my story" });
    await button.click();
    expect(given()).toEqual({ state: 'not_applicable' });
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    expect(berry()).toBeNull();
    await button.click();
    expect(given()).toEqual(at(0.2, 0.2, 0.6));
    expect(berry()).not.toBeNull();
  });

  it('leaves no answer when it is undone and nothing had been placed', async () => {
    const { screen, onanswer } = await show('triad.right', { state: 'not_applicable' });
    await screen.getByRole('button', { name: "This doesn't fit my story" }).click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
  });

  it('gives way to a dot placed after it', async () => {
    const { screen, given } = await show('triad.right', { state: 'not_applicable' });
    await press(pixel(1, 1, 1));
    expect(placed(given()).method).toBe('pointer');
    await expect
      .element(screen.getByRole('button', { name: "This doesn't fit my story" }))
      .toHaveAttribute('aria-pressed', 'false');
  });
});
