import type { BrowserContext, Page } from '@playwright/test';
import { axeFaultsBesideTargets, colourFaults } from './inspections/axe';
import { markNewKinds, NEW_KIND, unmarkKinds } from './inspections/kinds';
import { sidewaysFaults } from './inspections/reflow';
import { sheaf } from './page-objects/command-line';
import { pushStory } from './page-objects/pushed-story';
import { WallPage } from './page-objects/wall';
import { expect, test } from './running-server';

/** Every screen of the front door, the staff pages, Care and Explore, with something on it, in light and in dark. */
test.use({ installation: 'staff screens', actionTimeout: 20_000 });
test.describe.configure({ timeout: 240_000 });

const EMAIL = 'steward@example.org';
const PASSWORD = 'otter lantern maple spoon';
const PROGRAMME = 'synthetic-300-7';

/** Axe finds nothing, on the whole page or within one part; nor in the colours of light and dark, where words are of a new kind. */
async function clean(page: Page, screen: string, part = 'html'): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await axeFaultsBesideTargets(page, part), screen).toEqual([]);
  if ((await markNewKinds(page, ['light', 'dark'])) > 0) {
    expect(await colourFaults(page, NEW_KIND), `${screen}, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await colourFaults(page, NEW_KIND), `${screen}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }
  await unmarkKinds(page);
}

let staff: BrowserContext;
test.beforeAll(async ({ browser, served }) => {
  test.setTimeout(120_000);
  staff = await browser.newContext({ baseURL: served.url, viewport: { width: 1440, height: 900 } });
  const page = await staff.newPage();
  await page.goto(served.firstSteward);
  await clean(page, 'first steward');
  await page.getByLabel('Your name').fill('Test Steward');
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByLabel('Choose a password').fill('short');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await clean(page, 'first steward, too short a password');
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByRole('heading', { name: 'Your programmes' })).toBeVisible();
  sheaf(served.data, 'demo', '--stories', '300', '--seed', '7');
  for (const programme of [PROGRAMME, 'sheffield-send'])
    sheaf(served.data, 'user', 'grant', '--email', EMAIL, '--programme', programme, '--roles', 'reader,analyst');
  await page.goto('/explore/sheffield-send');
  await expect(page.getByText('No story has arrived yet.')).toBeVisible();
  await clean(page, 'wall without a story');
});
test.afterAll(() => staff.close());

test('the front door and the ways in', async ({ page, served }) => {
  await page.goto('/');
  await clean(page, 'front door');
  await page.getByLabel('I have a code').fill('0il');
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await clean(page, 'front door, a code that is none');
  await page.goto('/explore');
  await expect(page).toHaveURL(/\/sign-in/);
  await clean(page, 'sign in');
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByLabel('Password').fill('not the password at all');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await clean(page, 'sign in, refused');
  await page.goto('/invite#a-token-that-opens-nothing');
  await clean(page, 'invitation');

  const first = await staff.newPage();
  await first.goto('/');
  await clean(first, 'front door, signed in');
  const desk = first.viewportSize();
  await first.setViewportSize({ width: 320, height: 640 });
  expect(await sidewaysFaults(first), 'front door, signed in, 320 px wide').toEqual([]);
  await first.setViewportSize(desk ?? { width: 1440, height: 900 });
  await first.goto(`/people/${PROGRAMME}`);
  await first.getByLabel('Reader').first().check();
  await first.getByRole('button', { name: 'Make the link' }).click();
  await expect(first.locator('output')).toBeVisible();
  await clean(first, 'people, with a link');
  await page.goto((await first.locator('output').textContent()) ?? '');
  await clean(page, 'invitation that opens');
  await page.goto(served.firstSteward);
  await clean(page, 'first steward, after there is one');
  await page.goto('/nowhere');
  await clean(page, 'no such page');
});

test('Care', async ({ request, served }) => {
  await pushStory(request, served.code, { number: 1, text: 'The heron stood in the car park again.' });
  const page = await staff.newPage();
  await page.goto('/care');
  await clean(page, 'care, which programme');
  await page.goto(`/care/${PROGRAMME}`);
  await clean(page, 'queue');
  await page.setViewportSize({ width: 360, height: 740 });
  await clean(page, 'queue on a phone');
  await page.goto('/care/sheffield-send');
  await page.getByRole('link', { name: 'Read the next one' }).click();
  await expect(page.getByText('The heron stood')).toBeVisible();
  const reading = page.url();
  await clean(page, 'reading, on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: 'This worries me' }).click();
  await clean(page, 'concern');
  await page.goto(reading);
  await page.getByRole('button', { name: 'Clear it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to read.');
  await clean(page, 'queue, empty');
  await page.goto(reading);
  await clean(page, 'a story that was read');
  await pushStory(request, served.code, { number: 2, text: 'Please help us with the bus.' });
  await page.goto('/care/sheffield-send');
  await page.getByRole('link', { name: 'Read the next one' }).click();
  await page.getByRole('link', { name: 'This worries me' }).click();
  await page.getByLabel('What worries you').fill('Who is with them now?');
  await page.getByRole('button', { name: 'Put it before safeguarding' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('It is with safeguarding now.');
  await clean(page, 'concern raised');
  await page.goto('/care/no-such-programme');
  await clean(page, 'care, no such programme');
});

test('Explore on a wide screen', async ({ served }) => {
  const page = await staff.newPage();
  const wall = new WallPage(page);
  await page.goto('/explore');
  await expect(page).toHaveTitle(/./);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await clean(page, 'explore, which programme');
  await wall.open(PROGRAMME);
  await expect(page.getByText('made by a machine')).toBeAttached();
  await clean(page, 'wall');

  // A table of each kind of picture.
  for (const title of ['Who decided', 'How much help', 'Where', 'How it felt', 'When told', 'Who was near']) {
    await page.getByRole('button', { name: `Table: ${title}` }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean(page, `table of ${title}`, 'dialog');
    await page.keyboard.press('Escape');
  }
  for (const menu of ['Told by whom', 'Where', 'From which month', 'Add a filter']) {
    await page.getByRole('heading', { level: 1 }).getByTitle(menu, { exact: true }).click();
    if (menu === 'Add a filter') await page.getByLabel('Which question').selectOption({ label: 'Who decided' });
    await clean(page, `menu ${menu}`, 'h1');
    await page.keyboard.press('Escape');
  }

  await wall.view('Who decided').getByRole('button').nth(1).click();
  await expect(wall.reader.getByRole('article').first()).toBeVisible();
  await page
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  await wall.view('What helped, what got in the way').getByRole('radio').nth(1).check({ force: true });
  await page.getByRole('button', { name: 'Hide the rest' }).click();
  await clean(page, 'wall, chosen, with stories, wards and one stone');
  await page.getByRole('radio', { name: /SEND localities/ }).check({ force: true });
  await clean(page, 'wall, SEND localities', '.rail');
  await wall.open(PROGRAMME, '?s=z~nothing-of-this-kind,x');
  await expect(page.getByText('One filter of this link means nothing here')).toBeVisible();
  await clean(page, 'wall, a link that says nothing here', '.messages');
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await clean(page, 'stories over the wall', 'aside');

  await page.goto('/explore/no-such-programme');
  await expect(page.getByRole('alert')).toBeVisible();
  await clean(page, 'explore, no such programme');
  sheaf(served.data, 'demo', '--stories', '1', '--seed', '9');
  await page.goto('/explore/synthetic-1-9');
  await expect(page.getByRole('alert')).toBeVisible();
  await clean(page, 'explore, not one of its analysts');
  await page.route('**/columns', (route) => route.abort());
  await page.goto(`/explore/${PROGRAMME}`);
  await expect(page.getByRole('alert')).toBeVisible();
  await clean(page, 'wall without a connection');
});

test('Explore on a phone: one picture at a time', async () => {
  const page = await staff.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await new WallPage(page).open(PROGRAMME);
  const choose = page.getByLabel('Which picture');
  for (const title of [
    'Who decided',
    'How much help',
    'Who told it',
    'When told',
    'Who was near',
    'Where',
    'Stories',
  ]) {
    await choose.selectOption({ label: title });
    await clean(page, `${title} on a phone`);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
