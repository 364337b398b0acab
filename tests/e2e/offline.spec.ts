import type { BrowserContext } from '@playwright/test';
import { expect, test as base } from './running-server';
import { HastyTeller } from './page-objects/hasty-teller';
import { UnreliableNetwork } from './unreliable-network';

const TEXT = 'A made-up story: the plan came two weeks before the move.';

const test = base.extend<{ network: UnreliableNetwork; teller: HastyTeller; tellPath: string }>({
  tellPath: async ({ served }, use) => use(`/t/${served.code}`),
  network: async ({ serverUrl }, use) => {
    const network = await UnreliableNetwork.before(serverUrl);
    await use(network);
    await network.close();
  },
  baseURL: async ({ network }, use) => use(network.url),
  teller: async ({ page, tellPath }, use) => {
    const teller = new HastyTeller(page);
    await teller.open(tellPath);
    await teller.untilKeptForLater();
    await use(teller);
  },
});

// Each tells a whole story, some twice, on machines that do much else.
test.describe.configure({ timeout: 120_000 });

/** As a phone does when it runs out of memory or battery: nothing in the page can say good-bye. */
async function kill(context: BrowserContext, page: HastyTeller['page']): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined); // never answered: the page is gone
  await crashed;
  await page.close();
}

/** Ends the worker that serves this page, as the browser does with one that has had nothing to do for a while. */
async function stopActiveWorker(context: BrowserContext, page: HastyTeller['page']): Promise<void> {
  const session = await context.newCDPSession(page);
  const active = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const serving = versions.find(({ status }) => status === 'activated');
      if (serving !== undefined) resolve(serving.versionId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopWorker', { versionId: await active });
  await session.detach();
}

test('from the second visit on, every address of Tell shows its content without a network', async ({
  network,
  teller,
  tellPath,
  page,
}) => {
  network.goDown();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Tell your story' })).toBeVisible();
  await teller.begin();
  await teller.goTo('triad.right');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('biggest difference');
  await page.goto(`${tellPath}/dyad.alone`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toContain(tellPath);
});

test('a story begun without a network survives the death of its page, and is told to its end later', async ({
  network,
  teller,
  tellPath,
  page,
  context,
}) => {
  network.goDown();
  await page.reload();
  await teller.begin();
  await teller.write(TEXT);
  await teller.goTo('title');
  await kill(context, page);

  const again = new HastyTeller(await context.newPage());
  await again.page.goto(`${network.url}${tellPath}`);
  await again.page.getByRole('button', { name: /go on/i }).click();
  await expect(again.page).toHaveURL(/\/title$/);
  await again.page.getByRole('button', { name: 'Back' }).click();
  await expect(again.page.getByRole('textbox')).toHaveValue(TEXT);
  await again.send();
  await expect(again.page.getByText('On this device', { exact: true })).toBeVisible();
  expect(network.outcomes).toEqual([]);

  const receipt = again.page.url();
  await again.page.reload();
  expect(again.page.url()).toBe(receipt);
  await expect(again.page.getByText('Your four words')).toBeVisible();

  network.comeBack();
  await again.page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(again.page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 15_000 });
  expect(network.outcomes).toEqual(['stored']);
});

test('an answer cut after the server has stored the story leads to one story, and the teller sees it arrive', async ({
  network,
  teller,
  page,
}) => {
  await teller.begin();
  await teller.write(TEXT);
  network.cutAnswerTo('/api/v1/push');
  await teller.send();
  await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(network.outcomes).toEqual(['stored', 'already']);
});

test('a new version waits while a story is under way, in any tab, and takes over when it has ended', async ({
  network,
  teller,
  tellPath,
  page,
  context,
}) => {
  await teller.begin();
  await teller.write(TEXT);
  network.workerSuffix = '\n// another version\n';

  const other = await context.newPage();
  await other.goto(tellPath);
  await other.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it?.update()));
  const waiting = () =>
    other
      .evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it?.waiting?.state ?? null))
      .catch(() => 'loading again');
  await expect.poll(waiting).toBe('installed');
  await other.reload();
  await expect(other.getByRole('heading', { name: 'Tell your story' })).toBeVisible();
  await other.waitForTimeout(1000);
  expect(await waiting()).toBe('installed');
  await expect(page.getByRole('textbox')).toHaveValue(TEXT);

  await teller.send();
  await page.waitForTimeout(3000);
  expect(await waiting()).toBe('installed');
  await page.getByRole('button', { name: 'Done' }).click();
  // The browser lets the old version run out first, which takes half a minute without an event: here it is told to stop.
  await stopActiveWorker(context, page);
  await expect.poll(waiting, { timeout: 40_000 }).toBeNull();
  await expect(page.getByRole('heading', { name: 'Tell your story' })).toBeVisible();
});

test('without a network the front door leads to the collectors this device knows', async ({
  network,
  teller,
  tellPath,
  page,
}) => {
  network.goDown();
  await page.goto('/');
  await page.getByRole('link', { name: /Sheffield SEND stories/ }).click();
  await expect(page).toHaveURL(new RegExp(`${tellPath}$`));
  await teller.begin();
});

test('the worker keeps what Tell needs and nothing of the staff', async ({ network, teller, page }) => {
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/offline-shell');
  expect(kept).toContain('/words/receipt-en.txt');
  expect(kept.filter((path) => /^\/(api|explore|care|studio)\b/.test(path))).toEqual([]);
  await teller.page.evaluate(() => fetch('/api/v1/programmes'));
  expect(await page.evaluate(() => caches.match('/api/v1/programmes'))).toBeUndefined();
  expect(network.answers.some(({ path }) => path === '/api/v1/programmes')).toBe(true);
});
