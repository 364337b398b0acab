import type { Page } from '@playwright/test';
import { Analyst } from './page-objects/analyst';
import { pushStory } from './page-objects/pushed-story';
import { Staff } from './page-objects/staff';
import { Teller } from './page-objects/teller';
import { expect, test as base } from './running-server';
import { UnreliableNetwork } from './unreliable-network';

const WORDS = 'Synthetic words of a test: the bus came late and somebody waited with me.';
const PROGRAMME = 'sheffield-send';
const TRIAD = 'Right support, time, place';
/** A locality counts on the map from ten stories on (the programme's k for analysts). */
const TOLD_BEFORE = 10;

const test = base.extend<{ network: UnreliableNetwork }>({
  network: async ({ serverUrl }, use) => {
    const network = await UnreliableNetwork.before(serverUrl);
    await use(network);
    await network.close();
  },
  baseURL: async ({ network }, use) => use(network.url),
});

test.use({ installation: 'whole path' });
test.describe.configure({ timeout: 240_000 });

/** As a phone does when it runs out of memory or battery: nothing in the page can say good-bye. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined); // never answered: the page is gone
  await crashed;
  await page.close();
}

test('a story told offline with the keyboard arrives once, is read, and moves the pattern of its locality', async ({
  page,
  network,
  served,
  browser,
}) => {
  // Ten synthetic stories of one locality stand on the wall, all in one corner; they reach it without the bad network.
  const office = await browser.newContext({ baseURL: served.url, viewport: { width: 1440, height: 900 } });
  for (let number = 1; number <= TOLD_BEFORE; number += 1) {
    const at = { a: 0.9, b: 0.05, c: 0.05 };
    await pushStory(office.request, served.code, { number, text: 'Synthetic.', locality: 'north_east', at });
  }
  const staff = new Staff(await office.newPage());
  await staff.becomeFirstSteward(served.firstSteward);
  await staff.takeRoles(PROGRAMME, 'Reader', 'Analyst');
  const analyst = new Analyst(staff.page, PROGRAMME);
  await analyst.openWall();
  await expect(analyst.counted).toHaveText('10 stories, 0 readable');
  await expect(analyst.tile('North East')).toHaveAccessibleName('North East: 10 stories');
  await expect(analyst.zone(TRIAD, 'mostly “At the right time”')).toHaveText('0');
  expect(await analyst.ink(TRIAD, 1)).toBe(0);

  // First visit online, then the line goes: everything from here to the receipt happens without a server.
  const teller = new Teller(page, served.code);
  await teller.open();
  await teller.untilKeptForLater();
  network.goDown();
  await page.reload();
  await expect(teller.heading).toHaveText(/Tell your story/);
  await teller.am(/A young person/);
  await teller.pick('16 to 17');
  await teller.next();
  await teller.agree();
  await teller.skipTo('prompt.choice');
  await teller.choose(0);
  await teller.next();
  await teller.write('Your story', WORDS);
  await teller.skipTo('triad.right');
  await expect(teller.heading).toContainText('biggest difference');
  await teller.showList();
  await teller.pick(/at the right time$/);
  // No store can promise the keystroke of this very moment; it is on the device a moment later, unasked.
  await expect
    .poll(async () => (await teller.keptDraft())?.answers['triad.right'], { intervals: [20] })
    .toMatchObject({ state: 'answered', zone: 'B', at: { a: 0, b: 1, c: 0 } });

  // The page dies in the middle; a new one goes on at the same step, with all that was told, still without a line.
  const context = page.context();
  await kill(page);
  const again = await context.newPage();
  const resumed = new Teller(again, served.code);
  await again.goto(`/t/${served.code}`);
  await resumed.keys.press(again.getByRole('button', { name: 'Go on with it' }));
  await expect.poll(() => resumed.step()).toBe('triad.right');
  await expect(resumed.heading).toContainText('biggest difference');
  await resumed.showList();
  await expect(again.getByRole('radio', { name: /at the right time$/ }).first()).toBeChecked();

  // Nested links opened without a line: the step itself, and one before it with the words in it.
  await again.reload();
  await expect(resumed.heading).toContainText('biggest difference');
  await again.goto(`/t/${served.code}/story`);
  await expect(again.getByRole('textbox', { name: 'Your story' })).toHaveValue(WORDS);

  await resumed.skipTo('more');
  await resumed.pick(/^No/);
  await resumed.skipTo('about.place');
  await resumed.pick('North East');
  await resumed.skipTo('sharing');
  await resumed.choose(1); // may be read
  await resumed.skipTo('check');
  await expect(again.getByText(WORDS)).toBeVisible();
  await resumed.next();
  const receipt = await resumed.receipt();
  await again.reload();
  expect(await resumed.receipt()).toEqual(receipt);
  await expect(again.getByText('On this device', { exact: true })).toBeVisible();
  expect(network.asked).not.toContain('/api/v1/push');

  // The line comes back, and the first answer is cut after the server has committed.
  network.cutAnswerTo('/api/v1/push');
  network.comeBack();
  await again.evaluate(() => dispatchEvent(new Event('online')));
  await expect(again.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 60_000 });
  expect(network.outcomes).toEqual(['stored', 'already']);

  // It counts at once, once, in its locality; before a reading the analyst sees the dot and not the words.
  await analyst.openWall();
  await expect(analyst.counted).toHaveText('11 stories, 0 readable');
  await expect(analyst.tile('North East')).toHaveAccessibleName('North East: 11 stories');
  await expect(analyst.zone(TRIAD, 'mostly “At the right time”')).toHaveText('1');
  await expect.poll(() => analyst.ink(TRIAD, 1)).toBeGreaterThan(0);
  await analyst.lasso(TRIAD, 1);
  await expect(analyst.counted).toHaveText('1 story, 0 readable');
  await expect(analyst.stories).toContainText('No story here can be read');
  await expect(staff.page.locator('body')).not.toContainText(WORDS);

  // A reader clears it.
  await staff.openStoryOf(PROGRAMME, /young person/i);
  await expect(staff.page.getByText(WORDS)).toBeVisible();
  await staff.clear();

  // The analyst finds it in the wall, draws a lasso round it and reads it; its locality counts it among its stories.
  await analyst.openWall();
  await expect(analyst.counted).toHaveText('11 stories, 1 readable');
  await expect(staff.page.locator('body')).not.toContainText(WORDS);
  await analyst.lasso(TRIAD, 1);
  await expect(analyst.counted).toHaveText('1 story, 1 readable');
  await expect(analyst.tile('North East')).toHaveAccessibleName(/^North East: 1 of 11 stories here, 9 in 100/);
  await expect(analyst.stories).toContainText(WORDS);
  await office.close();
});
