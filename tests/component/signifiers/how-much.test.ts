import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answer } from '$lib/domain/signifier/answer';
import { AMOUNTS, placementOfSteps, type Steps } from '$lib/domain/signifier/how-much';
import { wayIn } from '$lib/ui/signifiers/way-in.svelte';
import { find, show } from './bench';

type Bench = Awaited<ReturnType<typeof show>>;

async function open(first?: Answer, audience: 'child' | 'youth' = 'child'): Promise<Bench> {
  const bench = await show('triad.right', first, audience);
  await bench.screen.getByRole('button', { name: 'How much' }).click();
  return bench;
}

const group = (label: number) => {
  const found = document.querySelectorAll('[role=radiogroup]')[label];
  if (found === undefined) throw new Error('there are three labels');
  return found;
};
function say(label: number, amount: number): void {
  (group(label).querySelector(`input[value="${amount}"]`) as HTMLInputElement).click(); // cast: an input by its selector
}
const checked = () => [...document.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);

const EVERY: Steps[] = AMOUNTS.flatMap((a) => AMOUNTS.flatMap((b) => AMOUNTS.map((c): Steps => [a, b, c])));

describe('a triad by how much there is of each label', () => {
  it.each(EVERY.filter((steps) => steps.some((amount) => amount > 0)))(
    '%i, %i and %i are placed by their shares and kept as they were said',
    async (...steps) => {
      const { given } = await open();
      steps.forEach((amount, label) => say(label, amount));
      const at = placementOfSteps(steps);
      expect(given()).toEqual({ kind: 'triad', state: 'answered', at: { ...at }, method: 'steps', steps });
    },
  );

  it('three times "none" is the answer that it does not fit, and is said in words', async () => {
    const { given, screen } = await open();
    for (const label of [0, 1, 2]) say(label, 0);
    expect(given()).toEqual({ state: 'not_applicable', steps: [0, 0, 0] });
    await expect.element(screen.getByRole('status').first()).toHaveTextContent('None of these');
    await expect
      .element(screen.getByRole('button', { name: 'This does not fit my story' }))
      .toHaveAttribute('aria-pressed', 'true');
    expect(checked()).toEqual(['0', '0', '0']);
    say(1, 2);
    expect(given()).toMatchObject({ state: 'answered', steps: [0, 2, 0], at: { a: 0, b: 1, c: 0 } });
  });

  it('gives no answer, and chooses nothing, before all three are said', async () => {
    const { onanswer, screen } = await open();
    expect(checked()).toEqual([]);
    say(0, 2);
    say(2, 1);
    expect(onanswer).not.toHaveBeenCalled();
    await expect.element(screen.getByText('1 more to pick.')).toBeVisible();
    expect(checked()).toEqual(['2', '1']);
  });

  it('is a native radio group for each label, named by the question and the label', async () => {
    const { screen } = await open();
    const radios = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(radios).toHaveLength(9);
    expect(new Set(radios.map(({ name }) => name)).size).toBe(3);
    for (const label of ['The right help', 'The right time', 'The right place']) {
      await expect.element(screen.getByRole('radiogroup', { name: new RegExp(label, 'i') })).toBeInTheDocument();
    }
    for (const word of ['None', 'Some', 'A lot']) {
      expect(screen.getByRole('radio', { name: word }).elements()).toHaveLength(3);
    }
  });

  it.each([
    ['{ArrowRight}', ['1']],
    ['{ArrowDown}', ['1']],
    ['{ArrowLeft}', ['2']],
    [' ', ['0']],
  ])('on the first amount %s picks %s', async (key, expected) => {
    await open();
    (group(0).querySelector('input') as HTMLInputElement).focus(); // cast: an input by its selector
    await userEvent.keyboard(key);
    expect(checked()).toEqual(expected);
  });

  it('shows what was said when the story is taken up again, and nothing of a dot placed another way', async () => {
    wayIn.use('steps');
    const placed = { kind: 'triad', state: 'answered', at: { a: 0.5, b: 0.5, c: 0 } } as const;
    const again = await show('triad.right', { ...placed, method: 'steps', steps: [2, 2, 0] });
    expect(checked()).toEqual(['2', '2', '0']);
    await again.screen.unmount();
    await show('triad.right', { ...placed, method: 'pointer' });
    expect(document.querySelectorAll('input[type=radio]')).toHaveLength(9);
    expect(checked()).toEqual([]);
  });

  it('is taken off, with what was only begun', async () => {
    const { screen, onanswer } = await open();
    [1, 1, 1].forEach((amount, label) => say(label, amount));
    await screen.getByRole('button', { name: 'Take off' }).click();
    expect(onanswer).toHaveBeenLastCalledWith(undefined);
    expect(checked()).toEqual([]);
  });

  it('shows the same dot on the shape and its row in the list', async () => {
    const { screen } = await open();
    [2, 2, 0].forEach((amount, label) => say(label, amount));
    await screen.getByRole('button', { name: 'List' }).click();
    expect(find('input[value="AB"]')).toBeChecked();
    await screen.getByRole('button', { name: 'Shape' }).click();
    expect(find('[data-berry]')).toBeInTheDocument();
  });

  it.each([320, 360, 820])('needs no sideways scroll at %i px', async (width) => {
    await page.viewport(width, 740);
    await open();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
