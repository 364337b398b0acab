import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { memoryDevice } from '$lib/device/memory-device';
import ThanksPage from '$lib/tell/ThanksPage.svelte';
import { Thanks } from '$lib/tell/thanks.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

/** The thanks screen on a shared device. @param words null: opened again, by whoever has the device now */
async function thanksScreen(words: readonly string[] | null) {
  const found = {
    collector: collector({ mode: 'session' }),
    audience: 'child',
    edition: edition('child'),
    words,
    justTold: words !== null,
  } as const;
  const ondone = vi.fn();
  await render(ThanksPage, { thanks: new Thanks(STORY_ID, found, memoryDevice(), () => undefined), ondone });
  return ondone;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('offers whoever opens it later nothing of the story, but the way to a new one', async () => {
  const ondone = await thanksScreen(null);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('not on this device');
  expect(document.activeElement?.id).toBe('question');
  expect(button('Take my story back').query()).toBeNull();
  expect(page.getByText(/Arrived|Waiting|Not on this device/).query()).toBeNull();
  await expect.element(page.getByRole('link', { name: 'Type my four words' })).toHaveAttribute('href', '/r');
  await button('Back to the start').click();
  expect(ondone).toHaveBeenCalledOnce();
});

it('lets the person who has just told it take it back, and says its words as English', async () => {
  await thanksScreen(['apple', 'boat', 'cloud', 'door']);
  await expect.element(button('Take my story back')).toBeVisible();
  await expect.element(page.getByText('apple')).toHaveAttribute('lang', 'en');
  await expect.element(page.getByText('apple')).toHaveAttribute('dir', 'ltr');
});
