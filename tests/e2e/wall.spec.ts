import type { BrowserContext } from '@playwright/test';
import { Analyst } from './page-objects/analyst';
import { sheaf } from './page-objects/command-line';
import { Staff } from './page-objects/staff';
import { WallPage } from './page-objects/wall';
import { expect, test } from './running-server';

test.use({ installation: 'wall', actionTimeout: 20_000 });
test.describe.configure({ timeout: 180_000 });

const PROGRAMME = 'synthetic-600-7';
const ASKED = '**/api/v1/explore/*/stories';

let office: BrowserContext;
test.beforeAll(async ({ browser, served }) => {
  test.setTimeout(120_000);
  office = await browser.newContext({
    baseURL: served.url,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const staff = new Staff(await office.newPage());
  await staff.becomeFirstSteward(served.firstSteward);
  sheaf(served.data, 'demo', '--stories', '600', '--seed', '7');
  const email = 'steward@example.org';
  sheaf(served.data, 'user', 'grant', '--email', email, '--programme', PROGRAMME, '--roles', 'analyst');
});
test.afterAll(() => office.close());

test('a lasso filters every other picture and never its own; its link brings back picture and numbers', async ({
  browser,
}) => {
  const staff = new Staff(await office.newPage());
  const wall = new WallPage(staff.page);
  const { page } = staff;
  let asked = 0;
  await page.route(ASKED, (route) => {
    asked += 1;
    return route.continue();
  });
  await wall.open(PROGRAMME);
  const own = wall.view('Right support, time, place');
  const other = wall.view('Who decided');
  await expect(own.getByRole('button')).toHaveCount(7); // one count for each zone, once the picture is laid out
  const all = (await own.getByRole('button').allInnerTexts()).map(Number);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
  expect(asked, 'words are fetched only for a choice').toBe(0);

  await new Analyst(page, PROGRAMME).lasso('Right support, time, place', 1);
  await expect(wall.reader.getByRole('article').first()).toBeVisible();
  expect(asked).toBe(1);
  const counts = async (view: typeof own): Promise<[number, number][]> =>
    (await view.getByRole('button').allInnerTexts()).map((text) => {
      const [chosen = '', every = ''] = text.replaceAll(/[\s,]/g, '').split('/');
      return [Number(chosen), Number(every)];
    });
  const n = await wall.selected();
  expect(n).toBeGreaterThan(0);
  expect((await counts(own)).map(([, every]) => every)).toEqual(all);
  expect(sum((await counts(own)).map(([chosen]) => chosen))).toBe(n);
  const placed = Number(/(\d+) placed/.exec(await other.locator('..').locator('..').innerText())?.[1]);
  expect(sum((await counts(other)).map(([chosen]) => chosen))).toBe(placed);
  await expect(wall.reader.getByRole('heading').first()).toHaveText(new RegExp(`^${n} stories, \\d+ readable$`));

  // More filters, then the same address elsewhere.
  await wall.view('How much help').getByLabel('How much help: from').press('ArrowRight');
  await page.getByRole('radio', { name: /SEND localities/ }).check({ force: true });
  await page.getByRole('button', { name: 'Hide the rest' }).click();
  await wall.reader.getByRole('radio', { name: 'Newest' }).check({ force: true });
  await expect(page).toHaveURL(/rest=hidden/);
  await expect(page).toHaveURL(/sort=newest/);
  await expect(page).toHaveURL(/dyad/);
  await page.mouse.move(0, 0);
  const before = await wall.picture();
  await page.reload();
  await expect.poll(() => wall.picture(), { timeout: 20_000 }).toEqual(before);
  const elsewhere = await browser.newContext({
    storageState: await office.storageState(),
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const there = new WallPage(await elsewhere.newPage());
  await there.page.goto(page.url());
  await expect.poll(() => there.picture(), { timeout: 20_000 }).toEqual(before);
  await elsewhere.close();
});

test('everything that a pointer does on the wall can be done with the keyboard', async () => {
  const page = await office.newPage();
  const wall = new WallPage(page);
  await wall.open(PROGRAMME);
  await expect(wall.view('Who decided').getByRole('button').first()).toHaveText(/\d/);
  const chosen = (): Promise<number> => wall.selected();
  const everyone = await chosen();
  const fewer = async (before: number): Promise<number> => {
    await expect.poll(chosen).toBeLessThan(before);
    return chosen();
  };

  // Zones of a triad, from its counts.
  await wall.view('Who decided').getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  let n = await fewer(everyone);
  await expect(wall.reader.getByRole('article').first()).toBeVisible();
  // A run of a slider, from its two ends; months alike.
  await page.getByLabel('How much help: to').focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  n = await fewer(n);
  await page.getByLabel('First month').focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await fewer(n);
  // A bar; a place, opened.
  await page.getByRole('button', { name: 'Show all stories' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(chosen).toBe(everyone);
  await wall.view('How it felt').getByRole('button').first().focus();
  await page.keyboard.press('Space');
  n = await fewer(everyone);
  await page.getByRole('button', { name: /^Open South East/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Close South East/ })).toBeFocused();
  await wall
    .view('Where')
    .getByRole('button', { name: /^South East:/ })
    .focus();
  await page.keyboard.press('Enter');
  await fewer(n);
  // One stone alone, then a part of its canvas.
  await page.getByRole('button', { name: 'Show all stories' }).focus();
  await page.keyboard.press('Enter');
  const stones = wall.view('What helped, what got in the way');
  await stones.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await stones
    .getByRole('button', { name: /stor(y|ies)$/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await fewer(everyone);
  // Any question, from the sentence.
  await page.getByRole('heading', { level: 1 }).getByTitle('Add a filter', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Which question')).toBeFocused();
  await page.getByLabel('Which question').selectOption({ label: 'Who decided' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByTitle('Add a filter', { exact: true })).toBeFocused();
});

test('every picture has a table that the keyboard opens and leaves', async () => {
  const page = await office.newPage();
  await new WallPage(page).open(PROGRAMME);
  await expect(page.getByRole('button', { name: /^Table: / }).first()).toBeVisible();
  const tables = await page.getByRole('button', { name: /^Table: / }).all();
  const pictures = await page.locator('.grid .plot[role=group], .grid .map[role=group]').count();
  expect(tables.length).toBeGreaterThanOrEqual(pictures);
  for (const table of tables) {
    await table.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(table).toBeFocused();
  }
});

test('on a phone one picture stands at a time, and a tap on a zone brings its stories', async () => {
  const page = await office.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  const wall = new WallPage(page);
  await wall.open(PROGRAMME);
  await wall.view('Right support, time, place').getByRole('button').first().click();
  await page.getByLabel('Which picture').selectOption({ label: 'Stories' });
  await expect(page.getByRole('article').first()).toBeVisible();
});
