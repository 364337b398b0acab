import type { CDPSession } from '@playwright/test';
import type { Fault } from '../fault';
import { noBrowser, until } from '../parts/own-browser';
import { newProfile, Phone } from '../parts/phone';
import { verify } from '../parts/verify';
import type { Stage } from '../stage';

/** For so long a browser may go on with what it last knew about the room on its disk (Chromium: 30 s). */
const ROOM_IS_ASKED_MS = 40_000;
const FULL = /this device is full/;

/** Draws the quota of the device's storage together below what lies there; left out: as it was. */
async function squeeze(phone: Phone, quotaSize?: number): Promise<CDPSession> {
  const session = await phone.browser.context.newCDPSession(phone.browser.page);
  const origin = new URL(phone.address).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
  return session;
}

/** On a full device: what is there is shown, what cannot be kept is said, and nothing waits for ever. */
async function tellOnFull(phone: Phone, { expect }: Stage): Promise<void> {
  const { page } = phone.browser;
  const said = async (sentence: RegExp) =>
    (await page.getByRole('alert').allInnerTexts()).some((text) => sentence.test(text));
  await page.getByRole('button', { name: /go on/i }).click();
  const paper = page.getByRole('textbox');
  expect((await paper.inputValue()) === 'Kept before', 'the draft that was kept before is not shown on a full device');
  await paper.fill('Written when there was no room');
  await until(() => said(FULL));

  await page.getByRole('button', { name: 'Speak', exact: true }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('Recording', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'That is all' }).click();
  await until(() => said(/could not be kept: the device is full/));
  await page
    .getByRole('button', { name: 'Next' })
    .or(page.getByRole('button', { name: 'Done' }))
    .first()
    .click();

  await phone.teller.goTo('check');
  await page.getByRole('button', { name: 'Send' }).click();
  await until(() => said(FULL));
  const { drafts, told } = await phone.kept();
  expect(drafts[0]?.text === 'Kept before', 'the draft that was kept before is not whole');
  expect(told.length === 1, `${told.length} stories where there was one`);
}

/** No room on the device any more, before and while a story is told: what was kept stays, and all arrives once there is. */
export const storageSqueezed: Fault = {
  name: 'storage-squeezed',
  lines: [6],
  engines: ['sqlite'],
  short: 0,
  most: 3,
  missing: noBrowser,
  async run(stage) {
    const { install, rounds, ledger } = stage;
    const here = await install();
    let server = await here.start();
    for (let round = 0; round < rounds; round += 1) {
      const profile = newProfile(stage);
      const before = await Phone.on(stage, profile, here.url, server.code);
      await before.open();
      await before.teller.untilKeptForLater();
      await before.teller.begin();
      await before.teller.write('A made-up story that waits.');
      await until(async () => (await before.kept()).drafts[0]?.text === 'A made-up story that waits.');
      await server.stop();
      await before.open('/check');
      await before.browser.page.getByRole('button', { name: 'Send' }).click();
      await before.toldToBeSaved();
      await before.browser.page.getByRole('button', { name: 'Done' }).click();
      await before.teller.begin();
      await before.teller.write('Kept before');
      await until(async () => (await before.kept()).drafts[0]?.text === 'Kept before');
      await before.browser.kill();

      const phone = await Phone.on(stage, profile, here.url, server.code);
      await squeeze(phone, 1);
      await phone.open();
      await tellOnFull(phone, stage);
      server = await here.start();
      await squeeze(phone);
      await until(async () => {
        await phone.browser.page.getByRole('button', { name: 'Send' }).click();
        await phone.browser.page.waitForTimeout(1000);
        return phone.browser.page.url().includes('/thanks/');
      }, ROOM_IS_ASKED_MS);
      await phone.settle(ledger);
      await phone.browser.kill();
    }
    await server.stop();
    await verify(here, ledger);
  },
};
