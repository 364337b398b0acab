import { axeFaults } from './inspections/axe';
import { rowsOnDevice } from './page-objects/device-store';
import { HastyTeller } from './page-objects/hasty-teller';
import { expect, test as base } from './running-server';
import { UnreliableNetwork } from './unreliable-network';

const TEXT = 'A made-up story: the plan came two weeks before the move.';
const PUSH = '/api/v1/push';

const test = base.extend<{ network: UnreliableNetwork; teller: HastyTeller; tellPath: string }>({
  tellPath: async ({ served }, use) => use(`/t/${served.code}`),
  network: async ({ serverUrl }, use) => {
    const network = await UnreliableNetwork.before(serverUrl);
    await use(network);
    await network.close();
  },
  baseURL: async ({ network }, use) => use(network.url),
  /** Has told nothing yet; whatever is told is told without a network. */
  teller: async ({ page, tellPath, network }, use) => {
    const teller = new HastyTeller(page);
    await teller.open(tellPath);
    await teller.untilKeptForLater();
    network.goDown();
    await use(teller);
  },
});

// Each tells whole stories, on machines that do much else.
test.describe.configure({ timeout: 120_000 });

async function tell(teller: HastyTeller): Promise<void> {
  await teller.begin();
  await teller.write(TEXT);
  await teller.send();
  await expect(teller.page.getByText('On this device', { exact: true })).toBeVisible();
}

test('a refused story stays to be seen with its reason, holds up no other, and leaves when it is tried again', async ({
  network,
  teller,
  page,
}) => {
  await tell(teller);
  const [whole] = (await rowsOnDevice(page, 'bodies')) as { id: string; json: string }[]; // as device/rows.ts lays them
  if (whole === undefined) throw new Error('nothing lies in the outbox');
  const damaged = { ...whole, json: whole.json.replace('two weeks', 'two years') };
  expect(damaged.json).not.toBe(whole.json);
  await rowsOnDevice(page, 'bodies', [damaged]);
  await page.getByRole('button', { name: 'Done' }).click();
  await tell(teller);

  network.comeBack();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(network.outcomes).toEqual(['refused', 'stored']);

  await page.getByRole('button', { name: 'Done' }).click();
  const note = page.getByRole('region', { name: 'A story told here was not taken.' });
  await expect(note).toContainText(/The reason: \S+ \S+/);
  expect(await axeFaults(page)).toEqual([]);
  await note.getByRole('link', { name: 'See it, and try again' }).click();
  await expect(page).toHaveURL(new RegExp(`/thanks/${whole.id}`));
  await expect(page.getByText('Not taken', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Not taken', { exact: true })).toBeVisible();

  await rowsOnDevice(page, 'bodies', [whole]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Arrived', { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(network.outcomes).toEqual(['refused', 'stored', 'stored']);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { name: 'Tell your story' })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('of two tabs one sends while the other waits', async ({ network, teller, page, context }) => {
  await tell(teller);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText('On this device', { exact: true })).toBeVisible();

  const letGo = network.holdAnswersTo(PUSH);
  network.comeBack();
  for (let call = 0; call < 4; call += 1) {
    for (const tab of [page, other]) await tab.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForTimeout(1100); // more than the least gap between two passes
  }
  expect(network.asked.filter((path) => path === PUSH)).toHaveLength(1);
  letGo();
  for (const tab of [page, other]) await expect(tab.getByText('Arrived', { exact: true })).toBeVisible();
  expect(network.outcomes).toEqual(['stored']);
});

test('a story leaves by the service worker when its page is closed before there is a network', async ({
  network,
  teller,
  page,
  context,
}) => {
  await tell(teller);
  const tags = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      // Not in TypeScript's library: only Chromium has it.
      return (registration as unknown as { sync: { getTags(): Promise<string[]> } }).sync.getTags();
    });
  await expect.poll(tags).toContain('sheaf-push');
  await page.close();
  network.comeBack();
  expect(network.asked).not.toContain(PUSH);

  // The browser's own moment comes after minutes; here it is told that it has come. This page runs nothing of ours.
  const plain = await context.newPage();
  await plain.goto('/healthz');
  const session = await context.newCDPSession(plain);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: new URL(network.url).origin,
    registrationId: await registered,
    tag: 'sheaf-push',
    lastChance: false,
  });
  await expect.poll(() => network.outcomes, { timeout: 20_000 }).toEqual(['stored']);
});
