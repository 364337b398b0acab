import { afterEach, expect, it, vi } from 'vitest';
import { tellingLock } from '$lib/sync/telling-lock';
import { registerWorker } from '$lib/tell/register-worker';

afterEach(() => void vi.unstubAllGlobals());

/** A page, controlled by a worker or not yet, and how often it was loaded anew. */
async function page(controller: object | null) {
  const serviceWorker = Object.assign(new EventTarget(), { controller, register: () => new Promise(() => undefined) });
  const reload = vi.fn();
  vi.stubGlobal('navigator', { serviceWorker });
  vi.stubGlobal('location', { reload });
  void registerWorker();
  await Promise.resolve();
  return { reload, takenOver: () => serviceWorker.dispatchEvent(new Event('controllerchange')) };
}

it('a page that a worker served is loaded anew when another takes over', async () => {
  const { reload, takenOver } = await page({});
  takenOver();
  expect(reload).toHaveBeenCalledTimes(1);
});

it('the page that installed the first worker is not loaded anew for it, but for the next one', async () => {
  const { reload, takenOver } = await page(null);
  takenOver();
  expect(reload).not.toHaveBeenCalled();
  takenOver();
  expect(reload).toHaveBeenCalledTimes(1);
});

it('a story that begins while another takes over goes on, and its page is loaded anew once it has ended', async () => {
  const { reload, takenOver } = await page({});
  tellingLock.begin();
  takenOver();
  expect(reload).not.toHaveBeenCalled();
  tellingLock.end();
  await expect.poll(() => reload.mock.calls.length).toBe(1);
});

it('a story that ends in a page without a new version loads nothing anew', async () => {
  const { reload } = await page({});
  tellingLock.begin();
  tellingLock.end();
  await new Promise((resolve) => setTimeout(resolve));
  expect(reload).not.toHaveBeenCalled();
});
