import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import type { Fault } from '../fault';
import { lineTo } from '../parts/line';
import { offerAgain, Sender } from '../parts/load';
import { madeStory } from '../parts/made-stories';
import { upload } from '../parts/upload';
import type { ServerProcess } from '../parts/server-process';
import { verify } from '../parts/verify';
import { within } from '../parts/within';

const PRELOAD = 'tests/faults/preload/kill-after.mjs';

/** The server dies after the commit and before the answer: nobody has heard, and everything is there. */
export const commitAnswer: Fault = {
  name: 'commit-answer',
  lines: [4, 37],
  engines: ['sqlite', 'postgres'],
  short: 1,
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    for (let round = 0; round < rounds; round += 1) {
      const server = await here.start({ preload: PRELOAD, environment: { SHEAF_FAULT_KILL_AFTER: 'commit' } });
      const sender = new Sender(
        lineTo(() => here.url),
        server.code,
        ledger,
      );
      await sender.send([ledger.tell(await madeStory(random, server.code, 1))]);
      const told = await Promise.all(Array.from({ length: 5 }, (_, at) => madeStory(random, server.code, at + 2)));
      told.forEach((story) => ledger.tell(story));
      await arm(server);
      const verdict = await sender.send(told);
      const { signal } = await server.ended;
      expect(signal === 'SIGKILL', 'the server outlived the commit it was to die after');
      expect(verdict.kind === 'stop', `a batch without an answer was judged ${verdict.kind}`);
      const ids = told.map(({ id }) => id);
      const stored = await here.withStore(async (store) => (await store.knownStories(SHEFFIELD_TRIAL.slug, ids)).size);
      expect(stored === told.length, `${stored} of ${told.length} committed stories are there`);
      const next = await here.start();
      await offerAgain({ url: here.url, code: next.code, ledger }, told);
      await next.stop();
    }
    await verify(here, ledger);
  },
};

/** The server dies when a file has its place and no row: nobody is told that it is there, and the same file can come again. */
export const renameRow: Fault = {
  name: 'rename-row',
  lines: [37],
  engines: ['sqlite', 'postgres'],
  short: 0,
  async run({ install, rounds, random, expect }) {
    const here = await install();
    for (let round = 0; round < rounds; round += 1) {
      const bytes = await aPicture(random.below(0xffffff));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const server = await here.start({ preload: PRELOAD, environment: { SHEAF_FAULT_KILL_AFTER: 'rename' } });
      await arm(server);
      const said = await upload(here.url, server.code, bytes, sha256);
      const { signal } = await server.ended;
      expect(signal === 'SIGKILL' && said === null, `the server outlived the rename it was to die after: ${said}`);
      const place = join(here.data, 'media', sha256.slice(0, 2), sha256);
      expect(existsSync(place), 'the file has not reached its place');
      const row = await here.withStore((store) => store.mediaOf(SHEFFIELD_TRIAL.slug, sha256));
      expect(row === null, 'a file is noted although the server died before');
      const next = await here.start();
      const outcome = await upload(here.url, next.code, bytes, sha256);
      expect(outcome === 'stored', `the same file, sent again, was ${outcome}`);
      await next.stop();
      const noted = await here.withStore((store) => store.mediaOf(SHEFFIELD_TRIAL.slug, sha256));
      expect(noted?.bytes === bytes.length, 'the file that was stored is not noted');
    }
  },
};

/** Signals arrive when they do: only what comes after this is the last thing that the server does. */
async function arm(server: ServerProcess): Promise<void> {
  server.kill('SIGUSR2');
  if (!(await within(10_000, () => server.said().includes('armed')))) throw new Error('the server did not hear it');
}

async function aPicture(colour: number): Promise<Buffer> {
  const background = `#${colour.toString(16).padStart(6, '0')}`;
  return sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();
}
