import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { newDraft } from '$lib/survey/new-draft';
import SignifierStep from '$lib/tell/steps/SignifierStep.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { wayIn } from '$lib/ui/signifiers/way-in.svelte';
import { nowhere } from '../../fixtures/nowhere';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

/** The first triad is where its kind is explained. */
async function firstTriad() {
  const shown = edition('youth');
  const [signifier] = shown.signifiers.filter(({ kind }) => kind === 'triad');
  if (signifier === undefined) throw new Error('no triad is asked');
  const telling = new Telling(collector(), shown, newDraft(STORY_ID, collector(), shown), nowhere());
  return render(SignifierStep, { telling, signifier, answer: undefined });
}

it('the shape is explained where it is seen, and not over its list or its amounts', async () => {
  await page.viewport(800, 900);
  wayIn.forget();
  const screen = await firstTriad();
  const said = screen.getByText('Tap inside the triangle.', { exact: false });
  await expect.element(said.first()).toBeVisible();
  wayIn.use('list');
  await expect.poll(() => said.elements().length).toBe(0);
  await expect.element(screen.getByText('Pick one.')).toBeVisible();
  wayIn.use('steps');
  await expect.element(screen.getByRole('radio').first()).toBeInTheDocument();
  expect(said.elements()).toHaveLength(0);
  wayIn.use('shape');
  await expect.element(said.first()).toBeVisible();
  wayIn.forget();
});
