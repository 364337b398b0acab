import { spawnSync } from 'node:child_process';
import type { Fault } from '../fault';
import { offerAgain, startLoad } from '../parts/load';
import { verify } from '../parts/verify';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { setTimeout as pause } from 'node:timers/promises';

/** Offsets as faketime takes them, each after the one before, over one database. */
const CLOCKS = ['+0d', '-40y', '+20y', '-1d', '+0d'];
const JUMPED = /not where the days that were counted here lead/;

/**
 * The clock of the server jumps by decades between starts: everything is taken once, serials count up all the same, nothing
 * that was told is taken for old, and the server says what it thinks of its clock.
 */
export const wrongClocks: Fault = {
  name: 'wrong-clocks',
  lines: [15, 49],
  engines: ['sqlite', 'postgres'],
  short: 0,
  most: 2,
  missing: () =>
    spawnSync('faketime', ['--version']).error === undefined
      ? null
      : 'needs faketime (apt-get install --no-install-recommends faketime)',
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    let serial = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const clock of CLOCKS) {
        const server = await here.start({ environment: faked(clock) });
        const known = ledger.all();
        const load = startLoad({ url: here.url, code: server.code, ledger, random, devices: 2, batch: 4 });
        await load.warm;
        await pause(300);
        await load.stop();
        expect(
          load.hindered.size === 0,
          `with the clock at ${clock} some heard ${[...load.hindered.keys()].join(', ')}`,
        );
        await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
        const jumped = clock.endsWith('y');
        expect(JUMPED.test(server.said()) === jumped, `with the clock at ${clock} the log is wrong about it`);
        await server.stop();
        const fresh = new Set(ledger.all().map(({ id }) => id));
        for (const { id } of known) fresh.delete(id);
        const newest = await here.withStore(async (store) => {
          const stories = await store.storiesOf(SHEFFIELD_TRIAL.slug, serial, 100_000);
          expect(
            stories.every(({ story }) => fresh.has(story.id)),
            `with the clock at ${clock} a new story stands before an older one`,
          );
          return stories.at(-1)?.serial ?? serial;
        });
        expect(newest > serial, `with the clock at ${clock} nothing was stored`);
        serial = newest;
      }
    }
    await verify(here, ledger);
  },
};

/** What faketime gives its program; the server is started without it between, so that signals reach the server. */
function faked(clock: string): Record<string, string> {
  const { stdout } = spawnSync('faketime', ['-f', clock, 'env'], { encoding: 'utf8' });
  const given = /^LD_PRELOAD=(.*)$/m.exec(stdout)?.[1] ?? '';
  return { LD_PRELOAD: given, FAKETIME: clock, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}
