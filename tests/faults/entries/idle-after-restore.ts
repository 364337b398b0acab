import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../fault';
import { noBrowser, until } from '../parts/own-browser';
import { newProfile, Phone } from '../parts/phone';
import { verify } from '../parts/verify';

/** The worker asks some seconds after a page was opened. */
const ASKED_WITHIN_MS = 30_000;

/** The server is put back to before a story. Its teller opens Tell again and does nothing: the worker offers the story anew. */
export const idleAfterRestore: Fault = {
  name: 'idle-after-restore',
  // The device's side of row 40.
  lines: [],
  engines: ['sqlite'],
  short: 0,
  most: 5,
  missing: noBrowser,
  async run(stage) {
    const { install, rounds, ledger } = stage;
    const here = await install();
    let server = await here.start();
    const profile = newProfile(stage);
    const [database, before] = [join(here.data, 'sheaf.db'), join(here.data, '..', 'before.db')];
    for (let round = 0; round < rounds; round += 1) {
      await server.stop();
      copyFileSync(database, before);
      server = await here.start();
      const phone = await Phone.on(stage, profile, here.url, server.code);
      await phone.open();
      await phone.teller.untilKeptForLater();
      await phone.teller.begin();
      const text = `A made-up story, number ${round}.`;
      await phone.teller.write(text);
      // The page is loaded anew at once: only what was kept by then is there.
      await until(async () => (await phone.kept()).drafts[0]?.text === text);
      await phone.open('/check');
      await phone.browser.page.getByRole('button', { name: 'Send' }).click();
      const id = await phone.toldToBeSaved();
      await phone.settle(ledger);
      const epochOf = async (there: Phone) => (await there.kept()).told.find((row) => row.id === id)?.epoch;
      const epoch = await epochOf(phone);
      await phone.browser.kill();

      await server.stop();
      for (const log of ['-wal', '-shm']) rmSync(database + log, { force: true });
      copyFileSync(before, database);
      server = await here.start();
      const idle = await Phone.on(stage, profile, here.url, server.code);
      await idle.open();
      await until(async () => ![epoch, null].includes(await epochOf(idle)), ASKED_WITHIN_MS);
      await idle.settle(ledger);
      await idle.browser.kill();
    }
    await server.stop();
    await verify(here, ledger);
  },
};
