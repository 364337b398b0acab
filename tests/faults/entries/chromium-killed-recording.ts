import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Fault } from '../fault';
import { noBrowser } from '../parts/own-browser';
import { newProfile, Phone } from '../parts/phone';
import { verify } from '../parts/verify';

/** What a crash may cost (PART_MS of the recorder), and what a busy machine may be late by. */
const MAY_BE_LOST_S = 5;
const SLACK_S = 1.5;
const SHORTEST_MS = 6_600;
const MORE_MS = 11_000;

/** A recording as it lies on the device, decoded by the browser: it plays for so many seconds. */
function secondsThatPlay(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('refused'));
      });
    const opened = await done(indexedDB.open('sheaf'));
    const rows = (await done(opened.transaction('mediaBytes').objectStore('mediaBytes').getAll())) as {
      bytes: ArrayBuffer;
    }[]; // as device/media-rows.ts lays them
    opened.close();
    const sound = await new AudioContext().decodeAudioData(rows.at(-1)?.bytes ?? new ArrayBuffer(0));
    return sound.duration;
  });
}

async function speak(phone: Phone): Promise<void> {
  await phone.browser.page.getByRole('button', { name: 'Speak', exact: true }).click();
  await phone.browser.page.getByRole('heading', { name: 'Tell it with your voice' }).waitFor();
}

/** kill -9 of the whole browser while somebody tells with their voice: what came before the last seconds plays and arrives. */
export const chromiumKilledRecording: Fault = {
  name: 'chromium-killed-recording',
  lines: [2],
  engines: ['sqlite'],
  short: 0,
  most: 6,
  missing: noBrowser,
  async run(stage) {
    const { install, rounds, random, ledger, expect } = stage;
    const here = await install();
    const server = await here.start();
    for (let round = 0; round < rounds; round += 1) {
      const profile = newProfile(stage);
      const phone = await Phone.on(stage, profile, here.url, server.code);
      await phone.open();
      await phone.teller.begin();
      await phone.teller.goTo('story');
      await speak(phone);
      await phone.browser.page.getByRole('button', { name: 'Start', exact: true }).click();
      await phone.browser.page.getByText('Recording', { exact: true }).waitFor();
      const begun = performance.now();
      await pause(SHORTEST_MS + random.below(MORE_MS));
      const spoken = (performance.now() - begun) / 1000;
      await phone.browser.kill();

      const again = await Phone.on(stage, profile, here.url, server.code);
      const { page } = again.browser;
      await again.open('/story');
      await speak(again);
      await page.getByRole('button', { name: 'Keep it' }).click();
      await page
        .getByRole('button', { name: 'Start', exact: true })
        .or(page.getByRole('button', { name: 'Record one more' }))
        .waitFor();
      const plays = await secondsThatPlay(page);
      expect(
        plays >= spoken - MAY_BE_LOST_S - SLACK_S,
        `of ${spoken.toFixed(1)} s that were spoken ${plays.toFixed(1)} s play`,
      );
      await again.open('/check');
      await page.getByRole('button', { name: 'Send' }).click();
      await again.toldToBeSaved();
      await again.settle(ledger);
      await page.getByText('Arrived', { exact: true }).waitFor();
      await again.browser.kill();
    }
    await server.stop();
    await verify(here, ledger);
  },
};
