import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import CopyButton from '$lib/ui/controls/CopyButton.svelte';

const PROPS = {
  text: 'https://sheaf.example/t/K7M2QP',
  label: 'Copy the link',
  copiedWords: 'Copied',
  refusedWords: 'Please copy it by hand.',
};

afterEach(() => vi.restoreAllMocks());

test('where a browser copies nothing, the page says what to do, in sight', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const screen = await render(CopyButton, PROPS);
  await screen.getByRole('button').click();
  await expect.element(screen.getByRole('status')).toHaveTextContent('copy it by hand');
  await expect.element(screen.getByRole('status')).not.toHaveClass('unseen');
  await expect.element(screen.getByRole('button')).toHaveTextContent('Copy the link');
});

test('that an address was copied is announced each time, in a place that was there before', async () => {
  // As long as a browser takes, at least.
  const write = vi.spyOn(navigator.clipboard, 'writeText');
  write.mockImplementation(() => new Promise((resolve) => setTimeout(resolve, 50)));
  const screen = await render(CopyButton, PROPS);
  const place = screen.getByRole('status').element();
  const said: string[] = [place.textContent];
  new MutationObserver(() => said.push(place.textContent)).observe(place, { characterData: true, subtree: true });
  await screen.getByRole('button').click();
  await expect.poll(() => said).toEqual(['', 'Copied']);
  expect(write).toHaveBeenCalledWith('https://sheaf.example/t/K7M2QP');
  // What does not change is not read: it goes, and is said again.
  await screen.getByRole('button').click();
  await expect.poll(() => said).toEqual(['', 'Copied', '', 'Copied']);
});
