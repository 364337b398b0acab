import type { Page } from '@playwright/test';
import { rowsOnDevice } from './page-objects/device-store';
import { inMode } from './page-objects/shared-device';
import { expect, test } from './running-server';

test.describe.configure({ mode: 'parallel', timeout: 60_000 });
test.use({ viewport: { width: 360, height: 740 }, colorScheme: 'light' });

async function open(page: Page, code: string): Promise<void> {
  page.setDefaultTimeout(15_000);
  await page.goto(`/t/${code}`);
  await expect(page.getByRole('button', { name: 'A parent or carer' })).toBeEnabled();
}

const ready = (page: Page, heading: string) =>
  expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();

async function choose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Reading' }).click();
  await page.getByRole('radio', { name: 'Biggest' }).check();
  await page.getByRole('radio', { name: 'Wide' }).check();
  await page.getByRole('radio', { name: 'OpenDyslexic' }).check();
  await page.getByRole('radio', { name: 'Cream' }).check();
  await page.getByRole('radio', { name: /^On/ }).check();
  await page.getByRole('button', { name: 'Done' }).click();
}

const settings = (page: Page) =>
  page.evaluate(() => {
    const { text, spacing, face, theme, easy } = document.documentElement.dataset;
    return { text, spacing, face, theme, easy, size: getComputedStyle(document.documentElement).fontSize };
  });
/** What is kept of a teller: whom a link asks for is the link's. */
const written = async (page: Page) => {
  const keys = await page.evaluate(() => Object.keys(localStorage));
  return keys.filter((key) => key.startsWith('sheaf.') && !key.startsWith('sheaf.asks.'));
};

const CHOSEN = { text: '200', spacing: 'wide', face: 'opendyslexic', theme: 'cream', easy: 'on', size: '32px' };
const AS_IT_COMES = { size: '16px' };

test('what somebody reads with on their own phone is there again after a reload, before the first paint', async ({
  page,
  served,
}) => {
  await open(page, served.code);
  await choose(page);
  expect(await settings(page)).toEqual(CHOSEN);
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.dataset['early'] = document.documentElement.dataset['text'] ?? 'nothing';
    });
  });
  await page.reload();
  expect(await page.evaluate(() => document.documentElement.dataset['early'])).toBe('200');
  expect(await settings(page)).toEqual(CHOSEN);
  expect((await written(page)).sort()).toEqual(['sheaf.look', 'sheaf.reading']);
});

test('on a shared device it is gone when a story is thrown away, and nothing of it was written', async ({
  page,
  served,
}) => {
  await inMode(page, 'session');
  await open(page, served.code);
  await choose(page);
  await page.getByRole('button', { name: 'A parent or carer' }).click();
  await expect(page).toHaveURL(/consent/);
  expect(await settings(page)).toEqual(CHOSEN);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await expect(page.getByRole('heading', { name: 'It is thrown away.' })).toBeVisible();
  expect(await settings(page)).toEqual(AS_IT_COMES);
  expect(await written(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await choose(page);
  await page.reload();
  expect(await settings(page)).toEqual(AS_IT_COMES);
});

test('what somebody chose in My stories is there on the receipt page, where their phone was opened by its own links', async ({
  page,
  served,
}) => {
  await open(page, served.code);
  // What a device keeps of a link says whose it is, and is written after the page is there.
  await expect.poll(() => rowsOnDevice(page, 'collectors')).toHaveLength(1);
  await page.goto('/mine');
  await ready(page, 'My stories');
  await choose(page);
  expect(await settings(page)).toEqual(CHOSEN);
  await expect.poll(() => written(page)).toContain('sheaf.reading');
  await page.goto('/r');
  await ready(page, 'Find your story again');
  expect(await settings(page)).toEqual(CHOSEN);
});

test('on a hub’s tablet what somebody chose on the receipt page is gone with it, also for who goes back to it', async ({
  page,
  served,
}) => {
  await inMode(page, 'session');
  await open(page, served.code);
  await page.goto('/r');
  await ready(page, 'Find your story again');
  await choose(page);
  expect(await settings(page)).toEqual(CHOSEN);
  await page.getByRole('link', { name: 'To the start page' }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await written(page)).toEqual([]);
  await page.goBack();
  await ready(page, 'Find your story again');
  expect(await settings(page)).toEqual(AS_IT_COMES);
});
