import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import type { Answer } from '$lib/domain/signifier/answer';
import { wayIn, type Way } from '$lib/ui/signifiers/way-in.svelte';
import { show } from './bench';

/** What Chrome's protocol takes and `cdp()` does not type. */
interface Protocol {
  send(method: 'Emulation.setEmulatedMedia', params: { features: { name: string; value: string }[] }): Promise<unknown>;
}

async function emulate(features: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(features).map(([name, value]) => ({ name, value }));
  await (cdp() as unknown as Protocol).send('Emulation.setEmulatedMedia', { features: entries }); // cast: see Protocol
}

afterEach(() => emulate({}));

const PLACED: Readonly<Record<string, Answer>> = {
  'triad.right': { kind: 'triad', state: 'answered', at: { a: 0.2, b: 0.2, c: 0.6 }, method: 'pointer' },
  'dyad.alone': { kind: 'slider', state: 'answered', at: 0.3, method: 'pointer' },
  'stones.helped': {
    kind: 'stones',
    state: 'answered',
    stones: { trust: { state: 'placed', x: 0.5, y: 0.5, method: 'pointer' } },
  },
};

/** The system's own colours, as they come out here: asked of elements that wear them. */
function system(name: string): string {
  const probe = document.createElement('i');
  probe.style.cssText = `color: ${name}; forced-color-adjust: none`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

describe.each(Object.keys(PLACED))('in forced colours, %s', (id) => {
  it('shows a placed dot with a ring in the text colour', async () => {
    await emulate({ 'forced-colors': 'active' });
    await show(id, PLACED[id]);
    const dot = document.querySelector('[data-berry] .berry');
    if (dot === null) throw new Error('no dot is shown');
    const { stroke, strokeWidth } = getComputedStyle(dot);
    expect(stroke).toBe(system('CanvasText'));
    expect(Number.parseFloat(strokeWidth)).toBeGreaterThanOrEqual(3);
  });

  it('gives every control an edge that is not the colour of the page', async () => {
    await emulate({ 'forced-colors': 'active' });
    await show(id, PLACED[id]);
    const page = system('Canvas');
    const bare = [...document.querySelectorAll<HTMLElement>('main button, main input')].filter((control) => {
      const { borderTopColor, borderTopWidth, borderTopStyle, appearance } = getComputedStyle(control);
      const edged = Number.parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none' && borderTopColor !== page;
      // A stone is drawn, and a row of a list is words with a mark: their shape is inside.
      return !edged && appearance !== 'auto' && control.querySelector('svg') === null;
    });
    expect(bare.map(({ outerHTML }) => outerHTML)).toEqual([]);
  });
});

describe('in forced colours', () => {
  it.each([
    ['list', 'triad.right', 'input[value="C"]'],
    ['steps', 'triad.right', 'input[value="2"]'],
    ['shape', 'dyad.alone', 'input[value="2"]'],
  ] as const)('a row chosen by %s of %s is marked by more than its wash', async (way, id, chosen) => {
    await emulate({ 'forced-colors': 'active' });
    wayIn.use(way satisfies Way);
    const { screen } = await show(id, id === 'dyad.alone' ? PLACED[id] : undefined);
    const input = document.querySelector<HTMLInputElement>(chosen);
    if (input === null) throw new Error(`nothing is ${chosen}`);
    if (!input.checked) input.click();
    await expect.poll(() => getComputedStyle(input, '::before').backgroundColor).toBe(system('Highlight'));
    const outline = getComputedStyle(input.closest('label') ?? input);
    expect(outline.outlineStyle).toBe('solid');
    await screen.unmount();
  });

  it('an amount is drawn in the text colour', async () => {
    await emulate({ 'forced-colors': 'active' });
    wayIn.use('steps');
    await show('triad.right');
    const full = [...document.querySelectorAll('.amounts .full')];
    expect(full).toHaveLength(6);
    for (const dish of full) expect(getComputedStyle(dish).fill).toBe(system('CanvasText'));
  });
});

/** Everything on screen that moves or would move, with how long it takes in seconds. */
function motions(): { what: string; seconds: number }[] {
  return [...document.querySelectorAll('main *')].flatMap((element) => {
    const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
    const lasts = (list: string) => Math.max(...list.split(',').map((one) => Number.parseFloat(one)));
    const entries = [
      { what: `${element.tagName} transition`, seconds: lasts(transitionDuration) },
      ...(animationName === 'none' ? [] : [{ what: animationName, seconds: lasts(animationDuration) }]),
    ];
    return entries.filter(({ seconds }) => seconds > 0);
  });
}

describe.each(Object.keys(PLACED))('%s', (id) => {
  it('moves when nobody asked for less', async () => {
    await emulate({ 'prefers-reduced-motion': 'no-preference' });
    await show(id, PLACED[id]);
    expect(motions().length).toBeGreaterThan(0);
  });

  it.each(['shape', 'list', 'steps'] as const)('stands still by %s where less motion is asked for', async (way) => {
    await emulate({ 'prefers-reduced-motion': 'reduce' });
    wayIn.use(way);
    await show(id, PLACED[id]);
    expect(motions()).toEqual([]);
  });
});
