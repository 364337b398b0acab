import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import type { Fault } from '../fault';
import { offerAgain, startLoad } from '../parts/load';
import { verify } from '../parts/verify';

const PAGE = 4096;

/** What may happen to the files of a database while nobody looks. */
const DAMAGES: Readonly<Record<string, (data: string, random: SeededRandom) => void>> = {
  'the log cut off': (data, random) => {
    const log = join(data, 'sheaf.db-wal');
    const { length } = readFileSync(log);
    truncateSync(log, Math.max(0, length - 1 - random.below(Math.min(length, 40_000))));
  },
  'a bit of the log turned': (data, random) => turnBit(join(data, 'sheaf.db-wal'), random),
  'a bit of the file turned': (data, random) => turnBit(join(data, 'sheaf.db'), random),
  'a page of the file empty': (data, random) => {
    const file = join(data, 'sheaf.db');
    const bytes = readFileSync(file);
    const page = random.below(Math.max(1, Math.floor(bytes.length / PAGE)));
    bytes.fill(0, page * PAGE, (page + 1) * PAGE);
    writeFileSync(file, bytes);
  },
};

function turnBit(file: string, random: SeededRandom): void {
  const bytes = readFileSync(file);
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  writeFileSync(file, bytes);
}

/**
 * The files of the embedded database are damaged while the server is down. Either it says so at the start, or a story is
 * shown to nobody when it is read, or nothing is missing and nothing else is served than what arrived.
 */
export const damage: Fault = {
  name: 'damage',
  lines: [39],
  engines: ['sqlite'],
  short: 0,
  async run({ install, rounds, random, ledger, expect }) {
    for (let round = 0; round < rounds; round += 1) {
      const names = Object.keys(DAMAGES);
      const what = names[round % names.length] ?? '';
      const here = await install();
      // The first run ends in order, so that there is a file as well as a log.
      const first = await here.start();
      const earlier = startLoad({ url: here.url, code: first.code, ledger, random });
      await earlier.warm;
      await pause(300);
      await earlier.stop();
      await first.stop();
      const second = await here.start();
      const load = startLoad({ url: here.url, code: second.code, ledger, random });
      await load.warm;
      await pause(random.below(300));
      second.kill('SIGKILL');
      await second.ended;
      await load.stop();
      if (!existsSync(join(here.data, 'sheaf.db-wal'))) throw new Error('a killed server left no log');
      DAMAGES[what]?.(here.data, random);

      const after = await here.tryStart();
      if (after.kind === 'ended') {
        const told = /is damaged|is not a Sheaf database/.test(after.said);
        expect(told, `with ${what} the server ended without saying why: ${after.said}`);
      } else {
        const { server } = after;
        const told = server.said().includes('older than what was answered');
        // A log that holds the collector, too: its stories stay on the devices until a backup is put back.
        if (told && server.code !== second.code) {
          await server.stop();
          ledger.startAnew();
          continue;
        }
        // Told of it, devices give back what is missing; else nothing may be missing.
        if (told) ledger.onlyOwed(new Set());
        await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
        await server.stop();
        await verify(here, ledger).catch((error: unknown) => {
          const noticed = error instanceof Error && 'code' in error && /DAMAGED|CORRUPT/.test(String(error.code));
          if (!noticed) throw error;
        });
        const { lost, duplicated } = ledger.counts();
        expect(lost + duplicated === 0, `with ${what} the server served as if nothing had happened`);
      }
      ledger.startAnew();
    }
  },
};
