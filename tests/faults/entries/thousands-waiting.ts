import type { Page } from '@playwright/test';
import { OutboxRowSchema, type OutboxRow } from '$lib/device/rows';
import { MAX_BATCH_STORIES } from '$lib/protocol/push';
import { rowsOnDevice } from '../../e2e/page-objects/device-store';
import { UnreliableNetwork } from '../../e2e/unreliable-network';
import type { Fault } from '../fault';
import type { Told } from '../parts/ledger';
import { madeStory } from '../parts/made-stories';
import { noBrowser, until } from '../parts/own-browser';
import { newProfile, Phone } from '../parts/phone';
import { verify } from '../parts/verify';

const STORIES = 5_000;
const AT_ONCE = 500;
const ARRIVED_WITHIN_MS = 600_000;
/** What a page of a phone may come to: a batch is a quarter of a megabyte, the queue is never read whole. */
const MOST_HEAP = 64 * 1024 * 1024;
/** A tap is answered within this while everything is sent. */
const ANSWERS_WITHIN_MS = 1_000;

function waitingRow({ id, hash, json }: Told, collector: string, sequence: number): OutboxRow {
  const unsent = { refusal: null, epoch: null, storedAt: null, faults: 0 };
  const bytes = Buffer.byteLength(json);
  return { id, hash, collector, sequence, bytes, state: 'waiting', shared: false, finishedAt: Date.now(), ...unsent };
}

function lay(page: Page, rows: { outbox: OutboxRow[]; bodies: { id: string; json: string }[] }): Promise<void> {
  return page.evaluate(async (rows) => {
    const asked = indexedDB.open('sheaf');
    await new Promise((resolve) => (asked.onsuccess = resolve));
    const change = asked.result.transaction(['outbox', 'bodies', 'meta'], 'readwrite');
    for (const row of rows.outbox) change.objectStore('outbox').put(row);
    for (const row of rows.bodies) change.objectStore('bodies').put(row);
    change.objectStore('meta').put({ key: 'sequence', value: rows.outbox.at(-1)?.sequence ?? 0 });
    await new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error ?? new Error('refused'));
    });
    asked.result.close();
  }, rows);
}

/** How many stories the server has acknowledged to this device. */
function stored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const asked = indexedDB.open('sheaf');
    await new Promise((resolve) => (asked.onsuccess = resolve));
    const count = asked.result.transaction('outbox').objectStore('outbox').index('state').count('stored');
    await new Promise((resolve) => (count.onsuccess = resolve));
    asked.result.close();
    return count.result;
  });
}

/** A server was away for days, and thousands of stories wait on a phone: it stays quick, and all arrive in batches, once. */
export const thousandsWaiting: Fault = {
  name: 'thousands-waiting',
  lines: [16],
  engines: ['sqlite'],
  short: 0,
  most: 1,
  missing: noBrowser,
  async run(stage) {
    const { install, random, ledger, afterwards, expect } = stage;
    const here = await install();
    const server = await here.start();
    const network = await UnreliableNetwork.before(here.url);
    afterwards(() => network.close());
    const profile = newProfile(stage);
    const before = await Phone.on(stage, profile, network.url, server.code);
    await before.open();
    await before.teller.untilKeptForLater();
    network.goDown();
    for (let sequence = 1; sequence <= STORIES; sequence += AT_ONCE) {
      const told: Told[] = [];
      for (let nth = 0; nth < AT_ONCE; nth += 1)
        told.push(ledger.tell(await madeStory(random, server.code, sequence + nth)));
      await lay(before.browser.page, {
        outbox: told.map((story, nth) => waitingRow(story, server.code, sequence + nth)),
        bodies: told.map(({ id, json }) => ({ id, json })),
      });
    }
    await before.browser.kill();

    const phone = await Phone.on(stage, profile, network.url, server.code);
    const { page, context } = phone.browser;
    await phone.open();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    network.comeBack();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    let [heap, slowest] = [0, 0];
    await until(async () => {
      const asked = performance.now();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      slowest = Math.max(slowest, performance.now() - asked);
      const { metrics } = await session.send('Performance.getMetrics');
      heap = Math.max(heap, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
      return (await stored(page)) === STORIES;
    }, ARRIVED_WITHIN_MS);
    const pushes = network.asked.filter((path) => path === '/api/v1/push').length;
    expect(pushes <= 1.5 * (STORIES / MAX_BATCH_STORIES), `${pushes} messages for ${STORIES} stories`);
    expect(heap < MOST_HEAP, `the page grew to ${Math.round(heap / 1024 / 1024)} MB`);
    expect(slowest < ANSWERS_WITHIN_MS, `the page did not answer for ${Math.round(slowest)} ms`);
    for (const row of await rowsOnDevice(page, 'outbox')) {
      const { id } = OutboxRowSchema.parse(row);
      ledger.hear({ id, outcome: 'already' });
    }
    await phone.browser.kill();
    await server.stop();
    await verify(here, ledger);
  },
};
