import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Fault } from '../fault';
import { noBrowser, until } from '../parts/own-browser';
import { olderBuild } from '../parts/older-build';
import { newProfile, Phone } from '../parts/phone';
import { verify } from '../parts/verify';

const TAKEN_OVER_WITHIN_MS = 120_000;

/** Whether the page runs with the files of this build. */
async function runs(page: Page, folder: string): Promise<boolean> {
  const files = await page
    .evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => /\/_app\/immutable\/.*\.js$/.test(path)),
    )
    .catch(() => []); // being loaded anew
  return files.length > 0 && files.every((file) => existsSync(join(folder, 'build/client', file)));
}

/** Tells a story until it is said to be saved, while no server answers. */
async function tellAlone(phone: Phone, down: () => Promise<unknown>): Promise<void> {
  await phone.teller.begin();
  await phone.teller.write('A made-up story of two versions.');
  await down();
  await phone.teller.goTo('check');
  await phone.browser.page.getByRole('button', { name: 'Send' }).click();
  await phone.toldToBeSaved();
}

/**
 * A shell that speaks an older wire than the server hands its stories over, and becomes the new one. Put back to the older
 * server, which does not understand it, the new shell keeps its stories, becomes the old one, and hands them over.
 */
export const otherVersion: Fault = {
  name: 'other-version',
  lines: [13],
  engines: ['sqlite'],
  short: 0,
  most: 2,
  missing: noBrowser,
  async run(stage) {
    const { install, rounds, ledger, expect } = stage;
    const older = olderBuild();
    const now = process.cwd();
    const here = await install();
    for (let round = 0; round < rounds; round += 1) {
      let server = await here.start({ folder: older });
      const phone = await Phone.on(stage, newProfile(stage), here.url, server.code);
      const { page } = phone.browser;
      const nudge = () => page.evaluate(() => dispatchEvent(new Event('online')));
      const done = () => page.getByRole('button', { name: 'Done' }).click();
      await phone.open();
      await phone.teller.untilKeptForLater();
      await tellAlone(phone, () => server.stop());

      server = await here.start();
      await phone.settle(ledger);
      expect(await runs(page, older), 'the old shell was not the one that handed its story over');
      await done();
      await phone.open();
      await until(() => runs(page, now), TAKEN_OVER_WITHIN_MS);

      await tellAlone(phone, () => server.stop());
      server = await here.start({ folder: older });
      await nudge();
      await pause(4000);
      const { told } = await phone.kept();
      const waits = told.filter(({ state }) => state === 'waiting' || state === 'sending').length;
      expect(
        waits === 1,
        `the story that the older server does not understand is ${told.map(({ state }) => state).join()}`,
      );
      // Nobody loads the page anew: it finds the version of its server by itself.
      await done();
      await until(() => runs(page, older), TAKEN_OVER_WITHIN_MS);
      await phone.settle(ledger);
      await phone.browser.kill();
      await server.stop();
    }
    await verify(here, ledger);
  },
};
