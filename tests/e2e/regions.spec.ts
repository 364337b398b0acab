import type { BrowserContext, Page } from '@playwright/test';
import { axeFaultsBesideColours } from './inspections/axe';
import { colourLookFaults } from './inspections/looks';
import { sheaf } from './page-objects/command-line';
import { RegionsPage } from './page-objects/regions';
import { Staff } from './page-objects/staff';
import { expect, test } from './running-server';

/** Regions from the first stroke to the record of a retired one. */
test.use({ installation: 'regions', actionTimeout: 20_000 });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const PROGRAMME = 'synthetic-300-7';

async function clean(page: Page, screen: string): Promise<void> {
  expect(await axeFaultsBesideColours(page), screen).toEqual([]);
  expect(await colourLookFaults(page, ['dark']), screen).toEqual([]);
}

async function fitsNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 740 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: 'no sideways scroll' })
    .toBeLessThanOrEqual(320);
}

let analyst: BrowserContext;
test.beforeAll(async ({ browser, served }) => {
  test.setTimeout(120_000);
  analyst = await browser.newContext({
    baseURL: served.url,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await analyst.newPage();
  await new Staff(page).becomeFirstSteward(served.firstSteward);
  sheaf(served.data, 'demo', '--stories', '300', '--seed', '7');
  const who = ['--email', 'steward@example.org', '--programme', PROGRAMME, '--roles', 'analyst'];
  sheaf(served.data, 'user', 'grant', ...who);
  await page.close();
});
test.afterAll(() => analyst.close());

test('is drawn by hand on a triad, kept with its date, and measured', async () => {
  const page = await analyst.newPage();
  const regions = new RegionsPage(page);
  await regions.open(PROGRAMME);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No region has been drawn yet.');
  await page.getByRole('button', { name: 'Draw a region' }).click();
  await expect(page.getByRole('heading', { name: 'Draw a region' })).toBeFocused();
  await page.getByRole('button', { name: 'Keep the region' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Choose more or fewer.' })).toContainText('Give it a name.');

  await regions.lassoTop();
  const [, inside = ''] = /^(\d+) of/.exec((await regions.inside.textContent()) ?? '') ?? [];
  expect(Number(inside)).toBeGreaterThan(0);
  await page.getByRole('radio', { name: 'More like these' }).check();
  await page.getByLabel('What do you call it').fill('In the right place');
  await page.getByLabel('Whose wish is it').fill('a test group');
  await clean(page, 'a region being drawn');

  // No server, then a server again: nothing that was drawn is lost.
  let away = true;
  await page.route('**/api/v1/**/regions', (route) => (away ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Keep the region' }).click();
  await expect(page.getByText('The drawing is still here; try again')).toBeVisible();
  await expect(regions.inside).toContainText(`${inside} of`);
  away = false;
  await page.getByRole('button', { name: 'Keep the region' }).click();

  const card = regions.card('In the right place');
  await expect(card).toContainText('Drawn by Test Steward for a test group');
  await expect(card).toContainText('told before the region was drawn');
  await expect(card.getByRole('link', { name: `See the ${inside} stories inside on the wall` })).toBeVisible();
  await expect(page.getByText('Kept: “In the right place”.')).toBeVisible();

  await page.reload();
  await expect(card).toContainText('More like these');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One region is being watched.');
  await clean(page, 'regions');
  await card.getByRole('link', { name: `See the ${inside} stories inside on the wall` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${inside} of 300 stories`);
  await page.close();
});

test('is drawn by keyboard alone, on a slider and on a stone', async () => {
  const page = await analyst.newPage();
  const regions = new RegionsPage(page);
  await regions.open(PROGRAMME);
  await regions.tabTo(page.getByRole('button', { name: 'Draw a region' }));
  await page.keyboard.press('Enter');
  await regions.tabTo(page.getByLabel('On which question'));
  await page.keyboard.type('What we were');
  await regions.tabTo(page.getByLabel('From', { exact: true }));
  await page.keyboard.type('75');
  await expect(regions.inside).toBeVisible();
  await regions.tabTo(page.getByRole('radio', { name: 'More like these' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Fewer like these' })).toBeChecked();
  await regions.tabTo(page.getByLabel('What do you call it'));
  await page.keyboard.type('Told too much');
  await page.keyboard.press('Enter');
  await expect(regions.card('Told too much')).toContainText('From 75 to 100 in 100');

  await regions.tabTo(page.getByRole('button', { name: 'Draw a region' }));
  await page.keyboard.press('Enter');
  await page.getByLabel('On which question').selectOption({ label: 'What helped, what got in the way' });
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await regions.tabTo(page.getByRole('radio', { name: 'All together' }));
  await page.keyboard.press('ArrowDown');
  await regions.tabTo(page.getByRole('checkbox').last());
  await page.keyboard.press('Space');
  await expect(regions.inside).toBeVisible();
  await regions.tabTo(page.getByRole('radio', { name: 'More like these' }));
  await page.keyboard.press('Space');
  await regions.tabTo(page.getByLabel('What do you call it'));
  await page.keyboard.type('It helped a lot');
  await page.keyboard.press('Enter');
  await expect(regions.card('It helped a lot')).toContainText('Parts: far towards “Helped”');
  await page.close();
});

test('comes from the wall, counts within a filter, and each place leads back to its stories', async () => {
  const page = await analyst.newPage();
  await page.goto(`/explore/${PROGRAMME}`);
  await page
    .getByRole('group', { name: 'Who decided', exact: true })
    .getByRole('button', { name: /^mostly/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Keep as a region' }).click();
  const regions = new RegionsPage(page);
  await expect(page.getByLabel('On which question')).toContainText('Who decided');
  await expect(regions.inside).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Leave it' }).click();

  const card = regions.card('In the right place');
  const place = card
    .getByRole('list', { name: /by place/ })
    .getByRole('link')
    .first();
  await place.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('of 300 stories');
  await page.getByRole('link', { name: 'Regions', exact: true }).click();
  await expect(page.getByText('Exploring: only stories within the filter are counted.')).toBeVisible();
  await page.close();
});

test('is retired and stays on record; narrow and wide, light and dark', async () => {
  const page = await analyst.newPage();
  const regions = new RegionsPage(page);
  await regions.open(PROGRAMME);
  const card = regions.card('Told too much');
  await card.getByRole('button', { name: 'Retire', exact: true }).click();
  await card.getByRole('button', { name: 'Leave it' }).click();
  await card.getByRole('button', { name: 'Retire', exact: true }).click();
  await card.getByRole('button', { name: 'Retire this region' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two regions are being watched.');
  await page.reload();
  await page.getByRole('button', { name: 'Show 1 retired region' }).click();
  await expect(card).toContainText('Retired by Test Steward');
  await page.setViewportSize({ width: 360, height: 740 });
  await clean(page, 'regions on a phone');
  await fitsNarrow(page);
  await page.getByRole('button', { name: 'Draw a region' }).click();
  await fitsNarrow(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await clean(page, 'a region being drawn on a phone');
  await page.close();
});
