import type { BrowserContext } from '@playwright/test';
import { AnalysisPage } from './page-objects/analysis';
import { sheaf } from './page-objects/command-line';
import { Staff } from './page-objects/staff';
import { WallPage } from './page-objects/wall';
import { expect, test } from './running-server';

test.use({ installation: 'analysis', actionTimeout: 20_000 });
test.describe.configure({ timeout: 180_000 });

/** 2,000 stories show the planted shift; 600 have patterns already; 60 show nothing, and say so. */
const MANY = 'synthetic-2000-9';
const SOME = 'synthetic-600-7';
const FEW = 'synthetic-60-3';

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
  sheaf(served.data, 'demo', '--stories', '2000', '--seed', '9');
  sheaf(served.data, 'demo', '--stories', '600', '--seed', '7');
  sheaf(served.data, 'demo', '--stories', '60', '--seed', '3');
  for (const programme of [MANY, SOME, FEW])
    sheaf(
      served.data,
      'user',
      'grant',
      '--email',
      'steward@example.org',
      '--programme',
      programme,
      '--roles',
      'analyst',
    );
});
test.afterAll(() => office.close());

test('Shifts finds the planted difference, says how sure it is, and leads to both groups and to the stories', async () => {
  const page = await office.newPage();
  const shifts = new AnalysisPage(page, MANY);
  await shifts.open('shifts');
  await expect(shifts.head).toHaveText(/^1 difference stands out\. The rest could be chance\.$/);
  const card = shifts.card(
    /^Stories from North East lean more to “at the right time”: \d+ in 100, against \d+ elsewhere\.$/,
  );
  await expect(card).toContainText(/\d+ stories from \d+ sessions\./);
  await expect(card).toContainText(/Between \d+ and \d+ more in 100\./);
  await expect(card).toContainText(/Strength:\s*(slight|clear|strong)/);
  await expect(page.getByRole('heading', { name: 'Quiet places' })).toBeVisible();
  await expect(page.getByText('It does not say better or worse, and not why.')).toBeVisible();
  expect(await shifts.faults()).toEqual([]);

  await page.getByRole('button', { name: 'Every test' }).click();
  await expect(page.getByRole('dialog').getByRole('row').nth(1)).toContainText('North East');
  await page.keyboard.press('Escape');

  await card.getByRole('link', { name: 'Compare' }).click();
  await shifts.settled();
  await expect(shifts.head).toHaveText('North East, beside everyone else');

  await page.goBack();
  await shifts.settled();
  const read = card.getByRole('link', { name: /^See \d+ stories on the wall$/ });
  const told = Number(/\d+/.exec(await read.innerText())?.[0]);
  await read.click();
  await expect.poll(() => new WallPage(page).selected()).toBe(told);
});

test('Shifts under a filter, or parted by a question picked here, only explores', async () => {
  const page = await office.newPage();
  const shifts = new AnalysisPage(page, SOME);
  await shifts.open('shifts');
  await page.getByLabel('Another question').selectOption({ index: 1 });
  await shifts.settled();
  await expect(shifts.head).toHaveText(/^Exploring, not tested/);
  await expect(page.getByText(/were picked here and not fixed beforehand/)).toBeVisible();
  await expect(page.getByText('Strength:')).toHaveCount(0);
  await expect(page).toHaveURL(/v\.by=/);
});

test('Patterns are shown without a name until a person gives one, which stays', async () => {
  const page = await office.newPage();
  const patterns = new AnalysisPage(page, SOME);
  await patterns.open('patterns');
  await expect(patterns.head).toHaveText(
    /^(Two|Three|Four) patterns hold together\. \d+ stories lie between patterns\.$/,
  );
  await expect(page.getByText(/With answers shuffled question by question, 0 of 50 tries/)).toBeVisible();
  const cards = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Not named yet', level: 2 }) });
  const found = await cards.count();
  expect(found).toBeGreaterThan(1);
  await expect(cards.first()).toContainText(/\d+ stories, \d+ sessions/);
  expect(await patterns.faults()).toEqual([]);

  await cards.first().getByRole('button', { name: 'Name this pattern' }).click();
  await cards.first().getByLabel('Name', { exact: true }).fill('Ringing and waiting');
  await cards.first().getByLabel('On whose behalf').fill('a test of Sheaf');
  await cards.first().getByRole('button', { name: 'Keep the name' }).click();
  const named = patterns.card('“Ringing and waiting”');
  await expect(named).toContainText('named by a test of Sheaf');
  await page.reload();
  await patterns.settled();
  await expect(named).toBeVisible();
  await expect(cards).toHaveCount(found - 1);

  await named.getByRole('button', { name: /^Read the \d+ most typical/ }).click();
  await expect(named.getByRole('article').first()).toContainText(/synthetic/i);
  expect(await patterns.faults()).toEqual([]);
});

test('Compare and Gap put groups side by side, with n, ranges and what they cannot say', async () => {
  const page = await office.newPage();
  const analysis = new AnalysisPage(page, SOME);
  await analysis.open('compare');
  await page.getByLabel('Stories from').selectOption({ label: 'Central' });
  await page.getByLabel('beside').selectOption({ label: 'East' });
  await expect(analysis.head).toHaveText('Central, beside East');
  await analysis.settled();
  await expect(page.getByText('Exploring, not tested: some of these differences will be chance.')).toBeVisible();
  await expect(page.getByText(/^\d+ stories from \d+ sessions, beside \d+ from \d+\./)).toBeVisible();
  expect(await analysis.faults()).toEqual([]);
  await page.reload();
  await expect(analysis.head).toHaveText('Central, beside East');
  // An answer leads to the stories that gave it.
  await page.getByRole('link', { name: 'mostly “At the right time”' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Central');
  await expect.poll(() => new WallPage(page).selected()).toBeLessThan(200);

  await analysis.open('gap');
  for (const who of ['Children', 'Young people', 'Families', 'Professionals'])
    await expect(page.getByRole('listitem').filter({ hasText: new RegExp(`^\\s*${who} \\d+ stories`) })).toBeVisible();
  await expect(page.getByText('They do not speak of the same children')).toBeVisible();
  expect(await analysis.faults()).toEqual([]);
});

test('sixty stories show how little they can show', async () => {
  const page = await office.newPage();
  const analysis = new AnalysisPage(page, FEW);
  await analysis.open('patterns');
  await expect(analysis.head).toHaveText(/answered all of these questions; patterns need 100\.$/);
  expect(await analysis.faults()).toEqual([]);
  await analysis.open('shifts');
  await expect(analysis.head).toHaveText(/too few|Nothing stands out|no two groups/);
  await expect(page.getByRole('heading', { name: 'Too few stories yet' })).toBeVisible();
  expect(await analysis.faults()).toEqual([]);
  await analysis.open('compare');
  await expect(page.getByText('too few stories yet').first()).toBeVisible();
});

test('Words stand beside how many use them, and open the stories that say them', async () => {
  const page = await office.newPage();
  const words = new AnalysisPage(page, MANY);
  await words.open('words', '?v.a=_audience:child');
  await expect(words.head).toHaveText('Words of Children, beside everyone else');
  await expect(page.getByText(/From the texts that may be read: \d+ stories from \d+ sessions/)).toBeVisible();
  const pupil = page.getByRole('button', { name: 'Read stories that say “pupil”' });
  await pupil.click();
  await expect(page.getByRole('article').first()).toContainText('an invented pupil');
  expect(await words.faults()).toEqual([]);

  // Children and professionals together differ from children by the professionals: those may be told of too.
  await page.getByLabel('beside').selectOption({ label: 'Professionals' });
  await expect(words.head).toHaveText('Words of Children, beside Professionals');
  await expect(page.getByRole('heading', { name: 'Used more: Professionals' })).toBeVisible();
  await words.open('words', '?v.a=_place.ward:w.firth_park');
  await expect(
    page.getByText(/Too few texts to compare yet|There is nothing to compare|Words of/).first(),
  ).toBeVisible();
});

test('Reach puts the silent places first, and special questions lead nowhere', async () => {
  const page = await office.newPage();
  const reach = new AnalysisPage(page, MANY);
  await reach.open('reach');
  await expect(reach.head).toHaveText('Who we have not heard from');
  const wards = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Wards' }) });
  await expect(wards.getByRole('listitem').first()).toContainText('too few stories or sessions yet');
  await expect(wards.getByRole('listitem').first().getByRole('link')).toHaveCount(0);
  const special = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Counted for the whole city only' }) });
  await expect(special).toContainText('joined to no story, place or filter');
  await expect(special.getByRole('link')).toHaveCount(0);
  expect(await reach.faults()).toEqual([]);
  await page.getByRole('link', { name: 'South West', exact: true }).click();
  await expect.poll(() => new WallPage(page).selected()).toBeLessThan(200);
});

test('the way back leads to the view as it was left: filters, groups and partition', async () => {
  const page = await office.newPage();
  const analysis = new AnalysisPage(page, MANY);
  const wall = new WallPage(page);
  await wall.open(MANY);
  await wall
    .view('Who told it')
    .getByRole('button', { name: /Families/ })
    .first()
    .click();
  await expect.poll(() => wall.selected()).toBeLessThan(1000);
  const chosen = await wall.selected();
  await expect(page).toHaveURL(/s=/);
  await page.getByRole('link', { name: 'Gap', exact: true }).click();
  await expect(page.getByText('All stories here were told by one group.')).toBeVisible();
  await page.goBack();
  await expect.poll(() => wall.selected()).toBe(chosen);

  await analysis.open('compare');
  await page.getByLabel('Stories from').selectOption({ label: 'Children' });
  await expect(page.getByLabel('beside').getByRole('option', { name: 'Children', exact: true })).toBeDisabled();
  await page.getByLabel('beside').selectOption({ label: 'Families' });
  await expect(page).toHaveURL(/v\.a=.*v\.b=/);
  await page.getByRole('link', { name: 'Gap', exact: true }).click();
  await expect(analysis.head).toHaveText('The same questions, seen from where each person stands');
  await page.goBack();
  await expect(analysis.head).toHaveText('Children, beside Families');

  // The same group twice in a link stands beside everybody else.
  await analysis.open('compare', '?v.a=_audience:child&v.b=_audience:child');
  await expect(analysis.head).toHaveText('Children, beside everyone else');
});
