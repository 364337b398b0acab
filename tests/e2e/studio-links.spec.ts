import type { BrowserContext, Page } from '@playwright/test';
import { axeFaults } from './inspections/axe';
import { reflowFaults } from './inspections/reflow';
import { sheaf } from './page-objects/command-line';
import { HastyTeller } from './page-objects/hasty-teller';
import { leftIn } from './page-objects/left-in-browser';
import { Staff } from './page-objects/staff';
import { expect, test } from './running-server';

// Each part goes on from the one before: what the steward makes the teller opens.
test.use({ installation: 'studio links' });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const LINKS = '/studio/sheffield-send/links';
const HUB = 'Darnall Family Centre';
const WORD = 'Quillwort';

let context: BrowserContext;
let page: Page;
/** The hub's link, as a path. */
let hub = '';

test.beforeAll(async ({ browser, served }) => {
  context = await browser.newContext({ baseURL: served.url });
  page = await context.newPage();
  await new Staff(page).becomeFirstSteward(served.firstSteward);
});
test.afterAll(() => context.close());

/** Nothing is wrong with a page in light, in dark, and in the smallest room. */
async function clean(where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFaults(page), `${where}, ${colorScheme}`).toEqual([]);
  }
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await reflowFaults(page), `${where}, 320 px`).toEqual([]);
  expect(await axeFaults(page), `${where}, 320 px`).toEqual([]);
  await page.setViewportSize(desk ?? { width: 1280, height: 720 });
}

/** Goes on with Tab alone until this has the focus. */
async function tabTo(name: string | RegExp, role: 'button' | 'link' | 'radio' | 'textbox' | 'checkbox'): Promise<void> {
  const wanted = page.getByRole(role, { name });
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never comes to ${String(name)}`);
}

test('a steward makes a link for a shared device, by keyboard alone', async ({ served }) => {
  await page.goto(LINKS);
  await expect(page.getByRole('heading', { name: 'First link' })).toBeVisible();
  await expect(page.getByText(`${served.url}/t/${served.code}`, { exact: true })).toBeVisible();
  await clean('links');
  await tabTo('Make a new link', 'link');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${LINKS}/new`);

  // Neither kind of device is chosen for anybody.
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await clean('new link');
  await tabTo('What do you call this link?', 'textbox');
  await page.keyboard.type(HUB);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('No link was made yet');
  await expect(page.getByRole('group', { name: 'What will people tell on?' })).toHaveAccessibleDescription(
    /Choose one of the two\./,
  );
  await expect(page.getByRole('textbox', { name: 'What do you call this link?' })).toHaveValue(HUB);
  await clean('new link, refused');

  await tabTo(/Their own phone/, 'radio');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /A tablet or computer that they share/ })).toBeChecked();
  await tabTo('Make the link', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('Open it on the device that people share');
  hub = /links(\/[2-9A-Z]{6})/.exec(page.url())?.[1]?.replace('/', '/t/') ?? '';
  await expect(page.getByRole('img', { name: `Square to scan. It leads to ${served.url}${hub}` })).toBeVisible();
  await clean('a link that was made');
});

test('nothing but its sheet is printed, on one page, and not what stewards call it', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await page.locator('body').innerText();
  expect(seen).toContain('Tell your story here');
  expect(seen).toContain(hub.replace('/t/', ''));
  expect(seen).not.toContain(HUB);
  for (const beside of ['All links', 'Sign out', 'Languages', 'Close this link', 'About this link'])
    expect(seen).not.toContain(beside);
  expect(await page.title()).not.toContain(HUB);
  // A browser prints no backgrounds by itself: whatever the look, the words are dark.
  const ink = await page
    .getByRole('heading', { name: 'Tell your story here' })
    .evaluate((head) => getComputedStyle(head).color);
  expect(ink).toBe('rgb(18, 39, 42)');
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox \[0 0 59\d[.\d]* 84\d/);
});

test('its sheet is printed in a language that tellers can choose', async () => {
  const link = page.url();
  await page.goto('/studio/sheffield-send/languages');
  await page.getByRole('button', { name: 'Offer it as a draft: Urdu' }).click();
  await page.goto(link);
  await page.getByRole('navigation', { name: 'Its language' }).getByRole('link', { name: 'اردو' }).click();
  const sheet = page.getByRole('article');
  await expect(sheet.getByRole('heading')).toHaveText('اپنی کہانی یہاں سنائیں');
  await expect(sheet).toContainText('یہ ترجمہ مسودہ ہے');
  await clean('a sheet in Urdu');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('body').innerText()).not.toContain('English');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null });
});

test('a device that is shared keeps nothing readable of a story told by it', async ({ browser, served }) => {
  const tablet = await browser.newContext({ baseURL: served.url });
  const teller = new HastyTeller(await tablet.newPage());
  await teller.open(hub);
  await teller.untilKeptForLater();
  await teller.begin();
  await teller.write(`A made-up story: ${WORD} was late again.`);
  expect(await leftIn(teller.page), 'what is looked for would be found').toContain(WORD);
  await teller.send();
  const { words } = await teller.receipt();
  await expect(teller.page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
  await teller.page.getByRole('button', { name: 'Done' }).click();
  await expect(teller.page.getByRole('heading', { name: 'Tell your story' })).toBeVisible();
  const left = await leftIn(teller.page);
  for (const readable of [WORD, words.join(' '), HUB]) expect(left).not.toContain(readable);

  await teller.page.goto('/mine');
  await expect(teller.page.getByText('There is no story here.')).toBeVisible();
  expect(await leftIn(teller.page)).not.toContain(WORD);
  await tablet.close();
});

test('a link that is closed lets nobody in any more', async ({ browser, served }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(LINKS);
  await expect(page.locator('li').filter({ hasText: HUB })).toContainText('Shared device');
  await page.getByRole('link', { name: new RegExp(`^Print or close: ${HUB}`) }).click();
  await page.getByText('Close this link').first().click();
  await clean('closing a link');
  await page.getByRole('button', { name: 'Close this link' }).click();
  await expect(page.getByRole('status')).toContainText(`“${HUB}” is closed.`);
  await page.getByText('1 link that is closed').click();
  await expect(page.locator('li').filter({ hasText: HUB })).toContainText('Closed');
  await clean('links, one closed');
  await page.getByRole('link', { name: new RegExp(`^Look at it: ${HUB}`) }).click();
  await expect(page.getByRole('heading', { name: HUB })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toHaveCount(0);

  // The command line, through the server that runs, sees the same.
  const seen = sheaf(served.data, 'collector', 'list', '--programme', 'sheffield-send');
  expect(seen.split('\n').find((line) => line.includes(HUB))).toMatch(/ {2}shared device {2}closed {2}/);

  const phone = await browser.newContext({ baseURL: served.url });
  const late = await phone.newPage();
  await late.goto(hub);
  await expect(late.getByText('This link is closed.')).toBeVisible();
  await phone.close();
});
