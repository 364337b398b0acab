import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import type { OutboxEntry } from '$lib/device/device';
import { kept } from '$lib/device/kept';
import { memoryDevice } from '$lib/device/memory-device';
import ThanksPage from '$lib/tell/ThanksPage.svelte';
import { Thanks } from '$lib/tell/thanks.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

/** The thanks screen on a shared device. @param words null: opened again, by whoever has the device now */
async function thanksScreen(words: readonly string[] | null, device = memoryDevice()) {
  const found = {
    collector: collector({ mode: 'session' }),
    audience: 'child',
    edition: edition('child'),
    words,
    justTold: words !== null,
  } as const;
  const ondone = vi.fn();
  const language = createRawSnippet(() => ({ render: () => '<p>A choice of languages</p>' }));
  await render(ThanksPage, { thanks: new Thanks(STORY_ID, found, device, () => undefined), ondone, language });
  return ondone;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('offers whoever opens it later nothing of the story, but the way to a new one', async () => {
  const ondone = await thanksScreen(null);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('not on this device');
  expect(document.activeElement?.id).toBe('question');
  expect(button('Take my story back').query()).toBeNull();
  expect(page.getByText(/Arrived|Waiting|Not on this device/).query()).toBeNull();
  await expect.element(page.getByText('A choice of languages')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Type my four words' })).toHaveAttribute('href', '/r');
  await button('Back to the start').click();
  expect(ondone).toHaveBeenCalledOnce();
});

it('lets the person who has just told it take it back, and says its words as English', async () => {
  await thanksScreen(['apple', 'boat', 'cloud', 'door']);
  await expect.element(button('Take my story back')).toBeVisible();
  expect(page.getByText('A choice of languages').query()).toBeNull();
  await expect.element(page.getByText('apple')).toHaveAttribute('lang', 'en');
  await expect.element(page.getByText('apple')).toHaveAttribute('dir', 'ltr');
});

/** A device on which the story was refused, and is taken by the next try. */
function refusing() {
  const device = memoryDevice();
  const row = { id: STORY_ID, state: 'refused', refusal: { kind: 'x', message: 'Because of this.' } };
  let say: (entry: OutboxEntry | null) => void = () => undefined;
  const outbox = {
    ...device.outbox,
    watch: (_: string, listener: typeof say) => {
      say = listener;
      say(row as unknown as OutboxEntry); // of a row only its state is read
      return () => undefined;
    },
    tryAgain: () => {
      say({ ...row, state: 'waiting', refusal: null } as unknown as OutboxEntry); // as above
      return Promise.resolve(kept(undefined));
    },
  };
  return { ...device, outbox };
}

it('says to whoever opens it later only that it was not taken, and what became of it when they try again', async () => {
  await thanksScreen(null, refusing());
  await expect.element(page.getByText('Because of this.')).toBeVisible();
  expect(page.getByText(edition('child').closing.next).query()).toBeNull();
  expect(document.title).not.toContain('Thank you');
  await button('Try again').click();
  await expect.element(page.getByText('Because of this.')).not.toBeInTheDocument();
  const said = page.getByRole('status').filter({ hasText: 'On this device' });
  await expect.element(said).toHaveFocus();
  expect(page.getByText(edition('child').closing.next).query()).toBeNull();
});
