import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import type { Fault } from '../fault';
import { command } from '../parts/command';
import type { Installation } from '../parts/installation';
import { offerAgain, startLoad } from '../parts/load';
import { removeFolder } from '../parts/remove-folder';
import { verify } from '../parts/verify';
import { within } from '../parts/within';

/**
 * Backups are taken while stories arrive. The first is killed in its middle with what takes it: the server that holds the
 * embedded database, the command line on PostgreSQL. The next one is whole. Its restore is killed, too: what that leaves is
 * empty, refused or whole, and the same command finishes it.
 */
export const backupUnderLoad: Fault = {
  name: 'backup-under-load',
  lines: [40, 47],
  engines: ['sqlite', 'postgres'],
  short: 0,
  async run({ engine, install, rounds, random, ledger, afterwards, expect }) {
    for (let round = 0; round < rounds; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'sheaf-backup-'));
      afterwards(() => removeFolder(folder));
      const here = await install();
      let server = await here.start();
      const first = startLoad({ url: here.url, code: server.code, ledger, random });
      await first.warm;
      const killed = command(here, ['backup', '--plain', '--to', folder]);
      const begun = await within(20_000, () => unfinishedIn(folder) > 0);
      expect(begun, 'the backup that was to be killed never began');
      await pause(random.below(40));
      if (engine === 'sqlite') server.kill('SIGKILL');
      else killed.kill();
      await Promise.all([killed.ended, engine === 'sqlite' ? server.ended : null]);
      await first.stop();
      if (engine === 'sqlite') server = await here.start();

      const load = startLoad({ url: here.url, code: server.code, ledger, random });
      await load.warm;
      const owed = ledger.acknowledged();
      const before = new Set(readdirSync(folder));
      const taken = await command(here, ['backup', '--plain', '--to', folder]).ended;
      await load.stop();
      expect(taken.code === 0, `the backup after one that was killed ended with ${taken.code}: ${taken.said}`);
      const archive = readdirSync(folder).find((name) => name.endsWith('.tar') && !before.has(name)) ?? '';
      await server.stop();
      await verify(here, ledger);

      const there = await install();
      const restore = ['restore', '--from', join(folder, archive)];
      const started = performance.now();
      const cut = command(there, restore);
      if (engine === 'sqlite') await within(20_000, () => existsSync(join(there.data, 'sheaf.db')));
      else await pause(400);
      await pause(random.below(600));
      cut.kill();
      const { signal } = await cut.ended;
      const ms = Math.round(performance.now() - started);
      const left = await leftBy(there);
      expect(left !== 'part', `a restore that was killed after ${ms} ms (${signal}) left a part that is served`);
      if (left !== 'whole') {
        const again = await command(there, restore).ended;
        expect(again.code === 0, `the restore begun anew ended with ${again.code}: ${again.said}`);
      }
      const verified = await command(there, ['verify']).ended;
      expect(verified.code === 0, `what was restored is not whole: ${verified.said}`);
      const next = await there.start();
      ledger.onlyOwed(owed);
      await offerAgain({ url: there.url, code: next.code, ledger }, ledger.all());
      await next.stop();
      await verify(there, ledger);
      ledger.startAnew();
    }
  },
};

const unfinishedIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.unfinished')).length;

/** What a restore has left: nothing, something that no server serves, all of it, or a part that would be served. */
async function leftBy(there: Installation): Promise<'nothing' | 'refused' | 'whole' | 'part'> {
  const answered = await command(there, ['clock']).ended;
  if (answered.code !== 0) {
    const server = await there.tryStart();
    if (server.kind === 'serving') await server.server.stop();
    return server.kind === 'ended' && /was cut off/.test(server.said) ? 'refused' : 'part';
  }
  const stories = await there.withStore((store) => store.countStories(SHEFFIELD_TRIAL.slug));
  if (stories === 0) return 'nothing';
  const verified = await command(there, ['verify']).ended;
  return verified.code === 0 ? 'whole' : 'part';
}
