import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '$lib/ui/theme/base.css';
import { openDevice } from '$lib/device/open-device';
import { receiptKey } from '$lib/domain/story/receipt-key';
import ReceiptPage from '$lib/tell/receipts/ReceiptPage.svelte';

const CODE = 'HB7KQM';
const WORDS = ['apple', 'boat', 'cloud', 'door'];

it('says only to whoever types its code and words that a story waits to be taken back', async () => {
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('no network'));
  const opened = await openDevice();
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const { withdrawals } = opened.device;
  const receipt = await receiptKey(WORDS, CODE);
  await withdrawals.takeBackByReceipt(crypto.randomUUID(), { collector: CODE, receipt });
  const waiting = await withdrawals.waiting();
  expect(waiting.kind === 'kept' && waiting.value.length).toBe(1);

  const { unmount } = await render(ReceiptPage, { home: '/', fragment: () => '' });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What waits has been read by then.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(document.body.textContent).not.toMatch(/taken (it )?back|waits/);
  expect(page.getByRole('status').query()?.textContent ?? '').toBe('');
  await unmount();

  await render(ReceiptPage, { home: '/', fragment: () => `#${CODE}-${WORDS.join('-')}` });
  await expect.element(page.getByRole('heading', { name: 'We have written it down.' })).toBeVisible();
  await expect.element(page.getByText('It waits on this device.')).toBeVisible();
});
