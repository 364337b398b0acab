import { setTimeout as pause } from 'node:timers/promises';
import { UnreliableNetwork } from '../../e2e/unreliable-network';
import type { Fault } from '../fault';
import { noBrowser, until } from '../parts/own-browser';
import { newProfile, Phone } from '../parts/phone';

/** In both tabs for so long, without pause. */
const STORM_MS = 8_000;
/** The old version ends when it has had nothing to do for half a minute: the browser sees to that. */
const TAKEN_OVER_WITHIN_MS = 120_000;
/** Two tabs load anew from what the new version has kept, each asks for its link, and the worker's script is looked for. */
const MOST_ASKED = 40;
const QUIET_MS = 8_000;
const STORM = '/healthz';
/** A page of Tell asks for it once when it is loaded. */
const LOADED = '/api/v1/collectors/exchange';

/** In the page. */
function storm({ path, forMs }: { path: string; forMs: number }): void {
  const asking = setInterval(() => void fetch(path).catch(() => undefined), 30);
  setTimeout(() => clearInterval(asking), forMs);
}

/** A new version comes while two tabs are open that ask without pause: it takes over both, and no storm of requests follows. */
export const newVersionTwoTabs: Fault = {
  name: 'new-version-two-tabs',
  lines: [12],
  engines: ['sqlite'],
  short: 0,
  most: 3,
  missing: noBrowser,
  async run(stage) {
    const { install, rounds, afterwards, expect } = stage;
    const here = await install();
    const server = await here.start();
    const network = await UnreliableNetwork.before(here.url);
    afterwards(() => network.close());
    for (let round = 0; round < rounds; round += 1) {
      const phone = await Phone.on(stage, newProfile(stage), network.url, server.code);
      await phone.open();
      await phone.teller.untilKeptForLater();
      const other = await phone.browser.context.newPage();
      await other.goto(phone.address);
      await other.waitForLoadState('networkidle');
      for (const tab of [phone.browser.page, other]) await tab.evaluate(storm, { path: STORM, forMs: STORM_MS });

      network.workerSuffix = `\n// version ${round}\n`;
      const from = network.asked.length;
      const asked = () => network.asked.slice(from).filter((path) => path !== STORM);
      await other.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it?.update()));
      await phone.browser.lookAway();
      await until(() => asked().filter((path) => path === LOADED).length >= 2, TAKEN_OVER_WITHIN_MS);
      await pause(QUIET_MS);
      const { length } = asked();
      expect(length <= MOST_ASKED, `${length} requests for a new version in two tabs: ${asked().join(' ')}`);
      expect(asked().filter((path) => path === LOADED).length === 2, 'a tab was loaded more than once');
      await pause(QUIET_MS);
      expect(asked().length === length, `more requests once all was loaded: ${asked().slice(length).join(' ')}`);
      await phone.browser.kill();
    }
    await server.stop();
  },
};
