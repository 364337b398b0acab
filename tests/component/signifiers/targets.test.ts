import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answer } from '$lib/domain/signifier/answer';
import { wayIn, type Way } from '$lib/ui/signifiers/way-in.svelte';
import { find, show } from './bench';

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), textarea, select, a[href], [tabindex="0"]';

const seen = (element: Element) => element.getClientRects().length > 0;

/** Where Tab or a switch that scans stops: a group of radios is one stop. */
function stops(): string[] {
  const found = [...document.querySelectorAll<HTMLElement>(`main :is(${FOCUSABLE})`)].filter(seen);
  const names = found.map((element) =>
    element instanceof HTMLInputElement && element.type === 'radio' ? `radios ${element.name}` : element.innerText,
  );
  return names.filter((name, i) => !name.startsWith('radios ') || names.indexOf(name) === i);
}

/** What a finger can hit: a radio's row or card, otherwise the control itself. */
function targets(): { name: string; width: number; height: number }[] {
  return [...document.querySelectorAll<HTMLElement>(`main :is(${FOCUSABLE})`)].filter(seen).map((element) => {
    const target = element.closest('label') ?? element;
    const { width, height } = target.getBoundingClientRect();
    return { name: target.innerText || target.className, width, height };
  });
}

const TRIAD: Answer = { kind: 'triad', state: 'answered', at: { a: 0.2, b: 0.2, c: 0.6 }, method: 'pointer' };
const SLIDER: Answer = { kind: 'slider', state: 'answered', at: 0.3, method: 'pointer' };
const STONES: Answer = {
  kind: 'stones',
  state: 'answered',
  stones: { teacher: { state: 'placed', x: 0.5, y: 0.5, method: 'pointer' } },
};

const SCREENS: [string, Way, string, Answer | undefined][] = (['shape', 'list', 'steps'] as const).flatMap(
  (way): [string, Way, string, Answer | undefined][] => [
    ['a triad', way, 'triad.right', undefined],
    ['a triad placed', way, 'triad.right', TRIAD],
    ['a slider', way, 'dyad.alone', undefined],
    ['a slider placed', way, 'dyad.alone', SLIDER],
    ['stones', way, 'stones.near', undefined],
    ['stones placed', way, 'stones.near', STONES],
    ['a choice', way, 'mcq.feel', undefined],
  ],
);

describe.each([320, 360, 820])('for a child, at %i px', (width) => {
  it.each(SCREENS)('%s by %s has nothing to hit that is smaller than 48 px', async (_, way, id, answer) => {
    await page.viewport(width, 900);
    wayIn.use(way);
    await show(id, answer, 'child');
    expect(targets().length).toBeGreaterThan(1);
    expect(targets().filter((target) => target.width < 48 || target.height < 48)).toEqual([]);
  });
});

describe('for a switch that scans the focus order', () => {
  // Stop, Help, Back and Next stand round each of these on a screen of Tell: four more.
  it.each([
    ['a triad as a list', 'list', 'triad.right', 4],
    ['a triad by how much', 'steps', 'triad.right', 6],
    ['a triad as a shape', 'shape', 'triad.right', 4],
    ['a slider', 'shape', 'dyad.alone', 3],
    ['a choice', 'shape', 'mcq.feel', 2],
  ] as const)('%s has few stops', async (_, way, id, most) => {
    wayIn.use(way);
    await show(id, undefined, 'child');
    expect(stops().length, stops().join(' | ')).toBeLessThanOrEqual(most);
  });

  it('stones as a list have one stop for each stone while all are shut, and three more for the open one', async () => {
    wayIn.use('list');
    await show('stones.near', undefined, 'child');
    const stones = document.querySelectorAll('button.stone').length;
    expect(stops()).toHaveLength(stones + 2);
    (find('button.stone') as HTMLElement).click(); // cast: a button by its selector
    await expect.poll(() => stops().length).toBe(stones + 4);
  });

  it('answers a triad with focus and two keys alone', async () => {
    wayIn.use('steps');
    const { given } = await show('triad.right', undefined, 'child');
    const firsts = [0, 1, 2].map((label) => document.querySelectorAll<HTMLElement>('[role=radiogroup]')[label]);
    for (const group of firsts) {
      group?.querySelector<HTMLElement>('input')?.focus();
      await userEvent.keyboard(' ');
    }
    expect(given()).toEqual({ state: 'not_applicable', steps: [0, 0, 0] });
  });
});
