import type { Page } from '@playwright/test';
import { axeFaults } from './inspections/axe';
import { focusFaults } from './inspections/focus';
import { colourLookFaults, mirroredFaults } from './inspections/looks';
import { reflowFaults } from './inspections/reflow';
import { LARGE_TEXT, NARROW, Rooms } from './inspections/room';
import { smallTargets } from './inspections/targets';
import { HastyTeller } from './page-objects/hasty-teller';
import { ReceiptReader } from './page-objects/receipt-reader';
import { expect, test } from './running-server';
import { UnreliableNetwork } from './unreliable-network';

test.describe.configure({ timeout: 120_000 });

const TEXT = 'A made-up story: the lift was out again.';

/**
 * What breaks at 320 px and with text twice as large, in every look and from right to left, for a reader of screens, under
 * a thumb and for the Tab key; and what the row for reading has lost.
 */
async function faults({ page }: { page: Page }): Promise<string[]> {
  const found = [
    ...(await axeFaults(page)),
    ...(await colourLookFaults(page)),
    ...(await mirroredFaults(page)),
    ...(await smallTargets(page)),
    ...(await rowFaults(page)),
  ];
  await new Rooms(page, NARROW).visit([NARROW, LARGE_TEXT], async () => {
    found.push(...(await reflowFaults(page)), ...(await focusFaults(page)));
  });
  return found;
}

/** Tab comes to Help, Listen and Reading in this order, before anything of the page itself. */
async function rowFaults(page: Page): Promise<string[]> {
  const stops = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, summary')].map((stop) => stop.textContent.trim()),
  );
  const first = stops.slice(0, 3).join(', ');
  return first === 'Get help now, Listen, Reading' ? [] : [`the first stops are ${first}`];
}

test('a story is taken back with its four words from another browser without a network, before it has arrived and after', async ({
  browser,
  served,
}) => {
  const network = await UnreliableNetwork.before(served.url);
  const phone = await browser.newContext({ baseURL: network.url });
  const elsewhere = await browser.newContext({ baseURL: served.url, viewport: { width: 320, height: 640 } });
  const teller = new HastyTeller(await phone.newPage());
  const reader = new ReceiptReader(await elsewhere.newPage());
  try {
    await teller.open(`/t/${served.code}`);
    await teller.untilKeptForLater();
    network.goDown();
    await teller.begin();
    await teller.write(TEXT);
    await teller.send();
    const early = await teller.receipt();

    await reader.open();
    expect(await faults(reader)).toEqual([]);
    await reader.type(early);
    await expect(reader.page.getByRole('heading', { name: 'We do not find a story' })).toBeVisible();
    expect(await faults(reader)).toEqual([]);
    // It may still come, or a word may have been wrong.
    await reader.takeBackWithoutNetwork('We have written it down.');

    network.comeBack();
    await teller.page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(teller.page.getByText('Taken back', { exact: true })).toBeVisible({ timeout: 20_000 });
    expect(network.outcomes).toEqual(['refused']);

    await teller.page.getByRole('button', { name: 'Done' }).click();
    await teller.begin();
    await teller.write(TEXT);
    await teller.send();
    await expect(teller.page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
    const late = await teller.receipt();
    await reader.scan(late);
    await expect(reader.page.getByRole('heading', { name: 'We have your story.' })).toBeVisible();
    await expect(reader.page).toHaveURL(/\/r$/);
    await expect(reader.page.getByText('Not yet.')).toBeVisible();
    await expect(reader.page.getByText('the lift was out')).toHaveCount(0);
    expect(await faults(reader)).toEqual([]);
    await reader.takeBackWithoutNetwork('It is taken back.');
    await reader.open();
    await reader.type(late);
    await expect(reader.page.getByRole('heading', { name: 'We do not find a story' })).toBeVisible();
  } finally {
    await phone.close();
    await elsewhere.close();
    await network.close();
  }
});

test('a story is kept in My stories, shared less, changed, and taken back', async ({ page, served }) => {
  const teller = new HastyTeller(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await teller.open(`/t/${served.code}`);
  await teller.untilKeptForLater();
  await teller.begin();
  await teller.write(TEXT);
  await teller.send();
  await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(await axeFaults(page)).toEqual([]);
  expect(await reflowFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Yes, keep it here' }).click();
  await page.getByRole('link', { name: 'My stories' }).click();
  await expect(page).toHaveURL(/\/mine$/);
  const story = page.getByRole('region', { name: /^Story of/ });
  await expect(story.getByText('Arrived', { exact: true })).toBeVisible();
  await expect(story.getByText('the lift was out')).toHaveCount(0);
  await story.getByText('What you can do').click();
  await expect(story.getByText('Only your dots are shown.')).toBeVisible();
  expect(await faults({ page })).toEqual([]);

  await story.getByRole('button', { name: 'Change it' }).click();
  await expect(page).toHaveURL(/\/check$/);
  await expect(page.getByText(TEXT)).toBeVisible();
  await page.getByRole('button', { name: 'Change: Your account' }).click();
  await page.getByRole('textbox').fill('A made-up story: the lift works now.');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Your four words')).toBeVisible();
  await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'My stories' }).click();
  await story.getByText('What you can do').click();
  await story.getByRole('button', { name: 'Show my words' }).click();
  await expect(story.getByText('the lift works now')).toBeVisible();

  await story.getByRole('button', { name: /^Take my story back/ }).click();
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await expect(page.getByText('Taken back', { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('the lift works now')).toHaveCount(0);
  expect(await faults({ page })).toEqual([]);
});

test('after a No nothing of the story is left on the device, and My stories offers none of it', async ({
  page,
  served,
}) => {
  const teller = new HastyTeller(page);
  await teller.open(`/t/${served.code}`);
  await teller.begin();
  await teller.write(TEXT);
  await teller.send();
  await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('group', { name: 'Keep what you told' }).getByRole('button', { name: 'No' }).click();
  await expect(page.getByText('It is not kept here.')).toBeFocused();
  expect(await everythingIn(page, 'bodies')).not.toContain('the lift was out');
  await page.reload();
  await expect(page.getByText('Keep what you told')).toHaveCount(0);

  await page.getByRole('link', { name: 'My stories' }).click();
  await page.getByText('What you can do').click();
  await expect(page.getByText('Your words are not kept here to be read')).toBeVisible();
  await expect(page.getByRole('button', { name: /my words/i })).toHaveCount(0);
});

test('a question that was left unanswered is not put to whoever opens the page later', async ({ page, served }) => {
  const teller = new HastyTeller(page);
  await teller.open(`/t/${served.code}`);
  await teller.begin();
  await teller.write(TEXT);
  await teller.send();
  await expect(page.getByText('Keep what you told')).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const receipt = page.url();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.locator('#question')).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goto(receipt);
  await expect(page.getByRole('link', { name: 'My stories' })).toBeVisible();
  await expect(page.getByText('Keep what you told')).toHaveCount(0);
});

/** One table of the device, as text. */
function everythingIn(page: Page, table: string): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('sheaf');
        opening.onerror = () => reject(new Error('the device could not be read'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(reading.result));
          };
        };
      }),
    table,
  );
}
