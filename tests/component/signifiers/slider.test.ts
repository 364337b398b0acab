import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answer, SliderAnswer } from '$lib/domain/signifier/answer';
import { SLIDER_STEPS, stepPosition } from '$lib/domain/signifier/slider';
import { pixelAcross } from '$lib/ui/signifiers/slider/slider-drawing';
import { find, show, stroke, type Stroke } from './bench';

const SLIDER = 'dyad.alone';
const at = (position: number): SliderAnswer => ({ kind: 'slider', state: 'answered', at: position, method: 'pointer' });
const track = () => find('.track') as HTMLElement; // cast: a div
const berry = () => document.querySelector('[data-berry]');

function placed(answer: Answer | undefined): SliderAnswer {
  if (answer?.state !== 'answered' || answer.kind !== 'slider') throw new Error('nothing was placed on the slider');
  return answer;
}

function press(position: number, how?: Stroke, mirrored = false) {
  return stroke(track(), track(), [pixelAcross(position, track().clientWidth, mirrored), 28], how);
}

describe('a slider on its track', () => {
  it('shows no dot, no chosen step and no answer before it is touched', async () => {
    const { onanswer } = await show(SLIDER);
    await userEvent.tab();
    expect(document.activeElement).toBe(track());
    expect(onanswer).not.toHaveBeenCalled();
    expect(berry()).toBeNull();
    expect(document.querySelectorAll('input:checked')).toHaveLength(0);
    expect(track()).toHaveAttribute('aria-valuetext', 'Nothing placed yet');
  });

  it.each([0, 0.25, 0.5, 0.81, 1])('places %f where it is tapped', async (position) => {
    const { given } = await show(SLIDER);
    await press(position);
    expect(placed(given()).at).toBeCloseTo(position, 6);
    expect(placed(given()).method).toBe('pointer');
    expect(placed(given()).step).toBeUndefined();
  });

  it('reaches an end with a press beyond its ring', async () => {
    const { given } = await show(SLIDER);
    await stroke(track(), track(), [4, 28]);
    expect(placed(given()).at).toBe(0);
  });

  it('follows a drag and places where it is let go', async () => {
    const { given, onanswer } = await show(SLIDER);
    await press(0.2, { touch: true, via: [[pixelAcross(0.7, track().clientWidth, false), 40]] });
    expect(onanswer).toHaveBeenCalledTimes(1);
    expect(placed(given()).at).toBeCloseTo(0.7, 6);
  });

  it.each([
    ['sliding off', { via: [[160, 200]] } satisfies Stroke],
    ['the page scrolling away under the finger', { via: [[160, 40]], end: 'cancel' } satisfies Stroke],
    ['Escape', { via: [[160, 28]], end: 'escape' } satisfies Stroke],
  ])('stays as it was after %s', async (_, how) => {
    const { onanswer } = await show(SLIDER, at(0.3));
    await press(0.9, how);
    expect(onanswer).not.toHaveBeenCalled();
    expect(find('input[value="2"]')).toBeChecked();
  });

  it('mirrors the track and not the answer when reading from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const { given } = await show(SLIDER);
    await stroke(track(), track(), [pixelAcross(0.2, track().clientWidth, false), 28]);
    expect(placed(given()).at).toBeCloseTo(0.8, 6);
  });

  it('gives the focus to the track when the dot is taken off', async () => {
    const { screen, onanswer } = await show(SLIDER, at(0.3));
    await screen.getByRole('button', { name: 'Take off' }).click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
    await expect.poll(() => document.activeElement).toBe(track());
  });
});

describe('a key on a slider', () => {
  it.each([
    ['{ArrowRight}', 0.42],
    ['{ArrowUp}', 0.42],
    ['{ArrowLeft}', 0.38],
    ['{ArrowDown}', 0.38],
    ['{Shift>}{ArrowRight}{/Shift}', 0.5],
    ['{Shift>}{ArrowUp}{/Shift}', 0.5],
    ['{Shift>}{ArrowLeft}{/Shift}', 0.3],
    ['{Shift>}{ArrowDown}{/Shift}', 0.3],
    ['{Home}', 0],
    ['{End}', 1],
  ])('%s moves the dot from .4 to %f', async (key, expected) => {
    const { given } = await show(SLIDER, at(0.4));
    track().focus();
    await userEvent.keyboard(key);
    expect(placed(given()).at).toBeCloseTo(expected, 9);
    expect(placed(given()).method).toBe('keyboard');
  });

  it.each([
    ['{ArrowRight}', 0.38],
    ['{ArrowLeft}', 0.42],
    ['{ArrowUp}', 0.42],
    ['{Home}', 0],
    ['{End}', 1],
  ])('%s moves it to %f when reading from right to left', async (key, expected) => {
    document.documentElement.dir = 'rtl';
    const { given } = await show(SLIDER, at(0.4));
    track().focus();
    await userEvent.keyboard(key);
    expect(placed(given()).at).toBeCloseTo(expected, 9);
  });

  it.each(['{Delete}', '{Backspace}'])('%s takes the dot off', async (key) => {
    const { onanswer } = await show(SLIDER, at(0.4));
    track().focus();
    await userEvent.keyboard(key);
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
  });

  it('puts the first dot in the middle, for there is nothing to move', async () => {
    const { given } = await show(SLIDER);
    track().focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(placed(given()).at).toBe(0.5);
  });

  it('ends exactly on the end after fifty small steps', async () => {
    const { given } = await show(SLIDER, at(0.04));
    track().focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(placed(given()).at).toBe(0);
  });

  it.each(['5', 'x', '{Enter}', '{PageUp}'])('%s means nothing', async (key) => {
    const { onanswer } = await show(SLIDER, at(0.4));
    track().focus();
    await userEvent.keyboard(key);
    expect(onanswer).not.toHaveBeenCalled();
  });
});

describe('the five steps of a slider', () => {
  it.each(SLIDER_STEPS)('step %i is placed in the middle of its fifth', async (step) => {
    const { given } = await show(SLIDER);
    (find(`input[value="${step}"]`) as HTMLInputElement).click(); // cast: an input by its selector
    expect(given()).toEqual({ kind: 'slider', state: 'answered', at: stepPosition(step), method: 'steps', step });
    await expect.poll(berry).not.toBeNull();
  });

  it('show the step of a dot on the track, which then forgets the step', async () => {
    const { given } = await show(SLIDER);
    (find('input[value="5"]') as HTMLInputElement).click(); // cast: an input by its selector
    await press(0.33);
    await expect.poll(() => find('input[value="2"]')).toBeChecked();
    expect(placed(given()).step).toBeUndefined();
  });

  it.each([
    ['a list on a phone', 360, 'row'],
    ['five cards on a tablet', 820, 'card'],
  ])('are %s', async (_, width, shape) => {
    await page.viewport(width, 900);
    await show(SLIDER);
    await expect.poll(() => document.querySelectorAll(`label.${shape}`).length).toBe(5);
  });
});

describe('a slider that does not fit', () => {
  it('puts the dot away and brings it back', async () => {
    const { screen, given } = await show(SLIDER, at(0.3));
    const button = screen.getByRole('button', { name: "This doesn't fit my story" });
    await button.click();
    expect(given()).toEqual({ state: 'not_applicable' });
    expect(berry()).toBeNull();
    expect(document.querySelectorAll('input:checked')).toHaveLength(0);
    await button.click();
    expect(given()).toEqual(at(0.3));
  });
});
