import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answer, Stone, StonesAnswer } from '$lib/domain/signifier/answer';
import { cellPlace, ringOf } from '$lib/domain/signifier/stones';
import { find, show, stroke } from './bench';

const STONES = 'stones.helped';
const given = (stones: Record<string, Stone>): StonesAnswer => ({ kind: 'stones', state: 'answered', stones });
const placedAt = (x: number, y: number): Stone => ({ state: 'placed', x, y, method: 'pointer' });
const canvas = () => find('.canvas');
const ground = () => find('.canvas .ground');
const onCanvas = (id: string) => find(`.canvas [data-stone="${id}"]`) as HTMLElement; // cast: a button
const inTray = (id: string) => find(`.tray [data-stone="${id}"]`) as HTMLElement; // cast: a button

function stone(answer: Answer | undefined, id: string): Extract<Stone, { state: 'placed' }> {
  const found = answer?.state === 'answered' && answer.kind === 'stones' ? answer.stones[id] : undefined;
  if (found?.state !== 'placed') throw new Error(`${id} was not placed`);
  return found;
}

function size(): { width: number; height: number } {
  const { width, height } = canvas().getBoundingClientRect();
  return { width, height };
}

describe('stones on their canvas', () => {
  it('wait in the tray, and nothing is placed by looking or by picking', async () => {
    const { onanswer } = await show(STONES);
    expect(document.querySelectorAll('.tray [data-stone]')).toHaveLength(6);
    expect(document.querySelectorAll('[data-berry]')).toHaveLength(0);
    inTray('trust').click();
    expect(onanswer).not.toHaveBeenCalled();
  });

  it('are placed by a tap on the stone and a tap where it goes', async () => {
    const { given: last } = await show(STONES);
    inTray('trust').click();
    const { width, height } = size();
    await stroke(ground(), canvas(), [width * 0.75, height * 0.25]);
    expect(stone(last(), 'trust').x).toBeCloseTo(0.75, 6);
    expect(stone(last(), 'trust').y).toBeCloseTo(0.75, 6);
    expect(stone(last(), 'trust').method).toBe('pointer');
    expect(onCanvas('trust')).toHaveAttribute('aria-pressed', 'false');
  });

  it('are said to be where they were put with keys, and not to be tapped somewhere any more', async () => {
    await show(STONES);
    const said = () => find('.said [role="status"]').textContent;
    inTray('trust').focus();
    await userEvent.keyboard('{Enter}');
    expect(said()).toContain('Now tap where');
    await userEvent.keyboard('{ArrowUp}');
    expect(said()).not.toContain('Now tap');
    expect(said()).toContain(onCanvas('trust').getAttribute('aria-label'));
    expect(said()).toContain('5 to go');
  });

  it('do not move when the canvas is tapped and no stone was picked', async () => {
    const { onanswer } = await show(STONES, given({ trust: placedAt(0.5, 0.5) }));
    await stroke(ground(), canvas(), [20, 20]);
    expect(onanswer).not.toHaveBeenCalled();
  });

  it('are dragged, keeping the distance to the finger', async () => {
    const { given: last } = await show(STONES, given({ trust: placedAt(0.5, 0.5) }));
    const { width, height } = size();
    const grip: [number, number] = [width * 0.5, height * 0.5 - 30];
    await stroke(onCanvas('trust'), canvas(), grip, {
      touch: true,
      via: [[grip[0] + width * 0.25, grip[1] - height * 0.1]],
    });
    expect(stone(last(), 'trust').x).toBeCloseTo(0.75, 6);
    expect(stone(last(), 'trust').y).toBeCloseTo(0.6, 6);
  });

  it('are dragged out of the tray', async () => {
    const { given: last } = await show(STONES);
    const { width, height } = size();
    const grip = inTray('paper').querySelector('.grip') as HTMLElement; // cast: a span
    const from = grip.getBoundingClientRect();
    const to = canvas().getBoundingClientRect();
    const end: [number, number] = [to.left + width * 0.3 - from.left, to.top + height * 0.4 - from.top];
    await stroke(grip, grip, [10, 10], { touch: true, via: [end] });
    expect(stone(last(), 'paper').x).toBeCloseTo(0.3, 2);
    expect(stone(last(), 'paper').method).toBe('pointer');
  });

  it.each([
    ['let go far from the canvas', { via: [[-200, -300]] as const }],
    ['taken away by the system', { via: [[40, 40]] as const, end: 'cancel' as const }],
    ['let go by Escape', { via: [[40, 40]] as const, end: 'escape' as const }],
  ])('stay where they were when a drag is %s', async (_, how) => {
    const { onanswer } = await show(STONES, given({ trust: placedAt(0.5, 0.5) }));
    const { width, height } = size();
    await stroke(onCanvas('trust'), canvas(), [width * 0.5, height * 0.5 - 30], how);
    expect(onanswer).not.toHaveBeenCalled();
    expect(onCanvas('trust')).toBeInTheDocument();
  });

  it('mirror their canvas and not their places when reading from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const { given: last } = await show(STONES);
    inTray('trust').click();
    const { width, height } = size();
    await stroke(ground(), canvas(), [width * 0.2, height * 0.5]);
    expect(stone(last(), 'trust').x).toBeCloseTo(0.8, 6);
  });

  it('are counted: how many are placed and how many may still be', async () => {
    const { screen } = await show(STONES, given({ trust: placedAt(0.5, 0.5), know: { state: 'not_in_story' } }));
    await expect.element(screen.getByRole('status')).toHaveTextContent('1 placed. 4 to go, if they fit.');
  });

  it('leave no answer when the last one is taken off', async () => {
    const { screen, onanswer } = await show(STONES, given({ trust: placedAt(0.5, 0.5) }));
    onCanvas('trust').click();
    await screen.getByRole('button', { name: 'Take off' }).click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
    await expect.poll(() => document.activeElement).toBe(inTray('trust'));
  });
});

describe('a key on a picked stone', () => {
  it.each([
    ['{ArrowRight}', 0.42, 0.6],
    ['{ArrowLeft}', 0.38, 0.6],
    ['{ArrowUp}', 0.4, 0.62],
    ['{ArrowDown}', 0.4, 0.58],
    ['{Shift>}{ArrowRight}{/Shift}', 0.5, 0.6],
    ['{Shift>}{ArrowLeft}{/Shift}', 0.3, 0.6],
    ['{Shift>}{ArrowUp}{/Shift}', 0.4, 0.7],
    ['{Shift>}{ArrowDown}{/Shift}', 0.4, 0.5],
  ])('%s moves it to %f, %f', async (key, x, y) => {
    const { given: last } = await show(STONES, given({ trust: placedAt(0.4, 0.6) }));
    onCanvas('trust').focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(key);
    expect(stone(last(), 'trust')).toEqual({ state: 'placed', x, y, method: 'keyboard' });
    expect(document.activeElement).toBe(onCanvas('trust'));
  });

  it.each(['{Enter}', ' '])('%s picks it, and puts it down again', async (key) => {
    await show(STONES, given({ trust: placedAt(0.4, 0.6) }));
    onCanvas('trust').focus();
    await userEvent.keyboard(key);
    expect(onCanvas('trust')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard(key);
    expect(onCanvas('trust')).toHaveAttribute('aria-pressed', 'false');
  });

  it('Escape puts it down', async () => {
    await show(STONES, given({ trust: placedAt(0.4, 0.6) }));
    onCanvas('trust').focus();
    await userEvent.keyboard('{Enter}{Escape}');
    expect(onCanvas('trust')).toHaveAttribute('aria-pressed', 'false');
  });

  it('arrows leave a stone alone that was not picked', async () => {
    const { onanswer } = await show(STONES, given({ trust: placedAt(0.4, 0.6) }));
    onCanvas('trust').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onanswer).not.toHaveBeenCalled();
  });

  it('brings one out of the tray into the middle, and the focus goes with it', async () => {
    const { given: last } = await show(STONES);
    inTray('paper').focus();
    await userEvent.keyboard('{Enter}{ArrowUp}');
    expect(stone(last(), 'paper')).toEqual({ state: 'placed', x: 0.5, y: 0.5, method: 'keyboard' });
    await expect.poll(() => document.activeElement).toBe(onCanvas('paper'));
    await userEvent.keyboard('{ArrowUp}');
    expect(stone(last(), 'paper').y).toBe(0.52);
  });

  it.each(['{Delete}', '{Backspace}'])('%s takes it off, back into the tray', async (key) => {
    const { given: last } = await show(STONES, given({ trust: placedAt(0.4, 0.6), paper: placedAt(0.1, 0.1) }));
    onCanvas('trust').focus();
    await userEvent.keyboard(key);
    expect(last()).toEqual(given({ paper: placedAt(0.1, 0.1) }));
    await expect.poll(() => document.activeElement).toBe(inTray('trust'));
  });

  it('goes to the other side when the canvas is mirrored', async () => {
    document.documentElement.dir = 'rtl';
    const { given: last } = await show(STONES, given({ trust: placedAt(0.4, 0.6) }));
    onCanvas('trust').focus();
    await userEvent.keyboard('{Enter}{ArrowRight}');
    expect(stone(last(), 'trust').x).toBe(0.38);
  });

  it('stays on the canvas', async () => {
    const { given: last } = await show(STONES, given({ trust: placedAt(0.95, 0.6) }));
    onCanvas('trust').focus();
    await userEvent.keyboard('{Enter}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(stone(last(), 'trust').x).toBe(1);
  });
});

describe('stones in their list', () => {
  async function list(id = STONES, first?: Answer, audience: 'youth' | 'child' = 'youth') {
    const shown = await show(id, first, audience);
    await shown.screen.getByRole('button', { name: 'Use a list' }).click();
    return shown;
  }

  it('place a stone only when both questions are answered', async () => {
    const { screen, given: last, onanswer } = await list();
    await screen.getByRole('button', { name: 'Trust and relationships' }).click();
    await screen.getByText('Helped a bit').click();
    expect(onanswer).not.toHaveBeenCalled();
    await screen.getByText('Mattered a lot', { exact: true }).click();
    expect(stone(last(), 'trust')).toEqual({ state: 'placed', ...cellPlace(2, 2), method: 'list' });
  });

  it('show where a stone lies that was placed on the canvas', async () => {
    const { screen, onanswer } = await list(STONES, given({ trust: placedAt(0.9, 0.1) }));
    await screen.getByRole('button', { name: /Trust and relationships/ }).click();
    const checked = [...document.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);
    expect(checked).toEqual(['3', '0']);
    expect(onanswer).not.toHaveBeenCalled();
  });

  it('have one question on rings', async () => {
    const { screen, given: last } = await list('stones.near', undefined, 'child');
    await screen.getByRole('button', { name: 'My friends' }).click();
    await screen.getByText('Far from me', { exact: true }).click();
    expect(ringOf(stone(last(), 'friends'))).toBe(2);
    expect(stone(last(), 'friends').method).toBe('list');
  });

  it('say that a stone is not in the story, and take that back', async () => {
    const { screen, given: last, onanswer } = await list();
    await screen.getByRole('button', { name: 'Forms, reports and plans' }).click();
    await screen.getByRole('button', { name: 'Not in my story' }).click();
    expect(last()).toEqual(given({ paper: { state: 'not_in_story' } }));
    await screen.getByRole('button', { name: 'Not in my story', pressed: true }).click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
  });

  it('are all there is where the canvas has no room', async () => {
    await page.viewport(320, 640);
    const { screen } = await show(STONES);
    await expect.element(screen.getByRole('list')).toBeInTheDocument();
    expect(document.querySelector('.canvas')).toBeNull();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
});

describe('stones that do not fit', () => {
  it('are all put away, and come back', async () => {
    const { screen, given: last } = await show(STONES, given({ trust: placedAt(0.4, 0.6) }));
    const button = screen.getByRole('button', { name: "This doesn't fit my story" });
    await button.click();
    expect(last()).toEqual({ state: 'not_applicable' });
    expect(document.querySelectorAll('.canvas [data-stone]')).toHaveLength(0);
    await button.click();
    expect(last()).toEqual(given({ trust: placedAt(0.4, 0.6) }));
  });
});
