import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { PreparedStory } from '$lib/device/prepared-story';
import { draftOf } from '../../unit/device/samples';
import type { Fault } from '../fault';
import { noBrowser } from '../parts/own-browser';
import { newProfile, Phone } from '../parts/phone';
import { verify } from '../parts/verify';
import { waitingStory } from '../parts/waiting-stories';

/** The first version of the device's database as Dexie laid it: tables, their key, their indexes. */
const FIRST = {
  drafts: ['id', '[collector+savedAt]'],
  outbox: ['id', 'sequence', 'state', '[state+collector]', '[collector+state+sequence]', '[state+epoch]'],
  bodies: ['id'],
  receipts: ['id', 'sequence'],
  collectors: ['code', 'usedAt'],
  editions: ['key'],
  meta: ['key'],
};
/** Dexie counts in tens. */
const FIRST_VERSION = 10;
const WAITING = 40;

/** Lays a database of the first version with these rows, from a page on which nothing of Sheaf runs. */
function layFirst(page: Page, rows: Record<string, readonly unknown[]>): Promise<void> {
  return page.evaluate(
    async ({ tables, version, rows }) => {
      const asked = indexedDB.open('sheaf', version);
      asked.onupgradeneeded = () => {
        for (const [name, [key = '', ...indexes]] of Object.entries(tables)) {
          const store = asked.result.createObjectStore(name, { keyPath: key });
          for (const index of indexes)
            store.createIndex(index, index.startsWith('[') ? index.slice(1, -1).split('+') : index);
          for (const row of rows[name] ?? []) store.put(row);
        }
      };
      await new Promise((resolve, reject) => {
        asked.onsuccess = resolve;
        asked.onerror = () => reject(asked.error ?? new Error('refused'));
      });
      asked.result.close();
    },
    { tables: FIRST, version: FIRST_VERSION, rows },
  );
}

/** In the page, before anything of Sheaf: a change of the tables takes seconds, as on an old phone with much on it. */
function slowUpgrades(): void {
  // oxlint-disable-next-line typescript/unbound-method -- applied to its own object below
  const create = IDBDatabase.prototype.createObjectStore;
  IDBDatabase.prototype.createObjectStore = function (...given) {
    const store = create.apply(this, given);
    const until = performance.now() + 3000;
    const stay = () => {
      store.count().onsuccess = () => {
        if (performance.now() < until) stay();
      };
    };
    stay();
    return store;
  };
}

/** As it opens: the list of databases may name the version that was not reached. */
function versionOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const asked = indexedDB.open('sheaf');
    await new Promise((resolve) => (asked.onsuccess = resolve));
    asked.result.close();
    return asked.result.version;
  });
}

/** A new version of Sheaf takes over the database of the first one, and the browser is killed meanwhile: all rows stay. */
export const storeUpgradeKilled: Fault = {
  name: 'store-upgrade-killed',
  lines: [8],
  engines: ['sqlite'],
  short: 0,
  missing: noBrowser,
  async run(stage) {
    const { install, rounds, random, ledger, expect } = stage;
    const here = await install();
    const server = await here.start();
    for (let round = 0; round < rounds; round += 1) {
      const profile = newProfile(stage);
      const stories: PreparedStory[] = [];
      for (let number = 1; number <= WAITING; number += 1)
        stories.push(await waitingStory(random, server.code, number));
      const draft = draftOf(round, { collector: server.code });

      const old = await Phone.on(stage, profile, here.url, server.code);
      const { page } = old.browser;
      await page.goto(new URL('/healthz', old.address).href);
      await layFirst(page, {
        drafts: [{ id: draft.id, collector: server.code, savedAt: 1, draft }],
        outbox: stories.map(({ row }) => row),
        bodies: stories.map(({ body }) => body),
        receipts: stories.map(({ receipt }) => receipt),
        meta: [{ key: 'sequence', value: WAITING }],
      });
      // Every other time in its own speed: then the moment is anywhere around the upgrade.
      const slow = round % 2 === 0;
      if (slow) await page.addInitScript(slowUpgrades);
      const opening = old.open().catch(() => undefined); // ended by the kill
      await pause(slow ? 1500 + random.below(1000) : 100 + random.below(500));
      await old.browser.kill();
      await opening;

      const phone = await Phone.on(stage, profile, here.url, server.code);
      await phone.browser.page.goto(new URL('/healthz', phone.address).href);
      const version = await versionOf(phone.browser.page);
      if (slow) expect(version === FIRST_VERSION, `an upgrade killed in its middle left version ${version}`);
      await phone.open();
      await phone.settle(ledger);
      const { drafts, told } = await phone.kept();
      expect(drafts.length === 1 && drafts[0]?.text === draft.text, 'the draft is not there after the upgrade');
      expect(told.length === WAITING, `${told.length} of ${WAITING} stories are there after the upgrade`);
      await phone.browser.kill();
    }
    await server.stop();
    await verify(here, ledger);
  },
};
