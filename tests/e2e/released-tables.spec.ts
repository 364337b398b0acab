import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { axeFaults } from './inspections/axe';
import { expect, test } from './running-server';

const SLUG = 'synthetic-2000-7';

test.use({ installation: 'released-tables' });

const noFaults = async (page: Page, where: string) => {
  expect(await axeFaults(page), where).toEqual([]);
};

test('a viewer finds the released tables, and nothing of single stories', async ({ page, browser, served }) => {
  test.setTimeout(120_000);
  const sheaf = async (...args: string[]): Promise<string> => {
    const env = { ...process.env, SHEAF_DATA: served.data };
    return (await promisify(execFile)(process.execPath, ['build/cli.js', ...args], { env })).stdout;
  };
  await sheaf('demo', '--stories', '2000', '--seed', '7');
  const invited = await sheaf('user', 'invite', '--programme', SLUG, '--roles', 'viewer');
  const link = /\/invite#\S+/.exec(invited)?.[0] ?? '';

  await page.goto(link);
  await page.getByLabel('Your name').fill('A Board Member');
  await page.getByLabel('Email').fill('board@example.org');
  await page.getByLabel('Choose a password').fill('otter lantern maple spoon');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByRole('link', { name: /^Tables/ })).toBeVisible();
  await page.goto('/explore');
  await page.getByRole('link', { name: 'Synthetic stories (2000, seed 7)' }).click();
  // Whoever looks first in a quarter waits for the release to be made.
  await expect(page).toHaveURL(new RegExp(`/explore/${SLUG}/tables$`), { timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('in tables');

  const main = page.locator('main');
  await expect(main).toContainText('received before');
  await expect(main).toContainText('to the nearest 5');
  await expect(main).toContainText('They are not a survey of everyone.');
  await expect(main).toContainText('These stories were made by a machine');
  await expect(main.getByRole('cell', { name: 'fewer than 10 or kept back' }).first()).toBeVisible();
  const where = page.getByRole('region', { name: 'Where' }).getByRole('row');
  await expect(where.filter({ hasText: 'North East' }).getByRole('cell')).toHaveText(/^\s*\d+[05]\s*$/);
  await noFaults(page, 'released tables');

  await page.setViewportSize({ width: 320, height: 800 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await noFaults(page, 'released tables at 320 px');

  for (const path of [`/api/v1/explore/${SLUG}/columns`, `/api/v1/explore/${SLUG}`])
    expect((await page.request.get(path)).status()).toBe(403);

  const plain = await (
    await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  ).newPage();
  await plain.goto(`/explore/${SLUG}/tables`);
  await expect(plain.getByRole('heading', { name: 'Where', exact: true })).toBeVisible();
});
