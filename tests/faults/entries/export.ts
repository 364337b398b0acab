import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../fault';
import { command } from '../parts/command';
import { offerAgain, startLoad } from '../parts/load';
import { removeFolder } from '../parts/remove-folder';
import { verify } from '../parts/verify';

const STORIES = 20_000;
/** A page of rows and what is being compressed; the whole export would be some hundred. */
const MORE_MB = 200;

/**
 * A whole programme of 20,000 stories is exported again and again while stories arrive: none is turned away, each export
 * leaves room for answers between its pages, and nobody holds the export in memory.
 */
export const exportUnderLoad: Fault = {
  name: 'export-under-load',
  lines: [50],
  engines: ['sqlite', 'postgres'],
  short: 0,
  most: 3,
  async run({ install, rounds, random, ledger, afterwards, expect }) {
    const here = await install();
    const made = await command(here, ['demo', '--stories', String(STORIES), '--seed', '7']).ended;
    const slug = / in (synthetic-[\w-]+)/.exec(made.said)?.[1] ?? '';
    expect(made.code === 0, `no stories were made: ${made.said}`);
    const server = await here.start();
    const load = startLoad({ url: here.url, code: server.code, ledger, random, devices: 2 });
    await load.warm;
    const memory = mostMemory(server.pid);
    for (let round = 0; round < rounds; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'sheaf-export-'));
      afterwards(() => removeFolder(folder));
      const before = ledger.acknowledged().size;
      const { code, said } = await command(here, ['export', '--programme', slug, '--format', 'csv', '--out', folder])
        .ended;
      const during = ledger.acknowledged().size - before;
      expect(code === 0, `the export ended with ${code}: ${said}`);
      const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
      expect(bytes > STORIES * 50, `${STORIES} stories were exported in ${bytes} bytes`);
      expect(during >= 20, `while ${STORIES} stories were exported, ${during} were acknowledged`);
    }
    await load.stop();
    const hindered = [...load.hindered.keys()];
    expect(hindered.length === 0, `beside an export some heard ${hindered.join(', ')}`);
    const more = mostMemory(server.pid) - memory;
    expect(more < MORE_MB, `the server took ${Math.round(more)} MB more while it exported`);
    await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
    await server.stop();
    await verify(here, ledger);
  },
};

/** In MB, of everything it ever held; 0 where the system does not say (proc(5), VmHWM). */
function mostMemory(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024;
}
