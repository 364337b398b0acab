// A built server of its own for a measurement: free port, data folder that is thrown away afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';

const START_MS = 30_000;
/** Characters of its links and first lines. */
const LONGEST = 20_000;

/**
 * Starts the server and waits until it has printed its links.
 * @param {{ within?: string, data?: string, environment?: Record<string, string> }} [how] `data`: a folder that stays
 *   afterwards, instead of one of its own `within` another
 * @returns {Promise<{ url: string, port: number, pid: number, data: string, printed: string, tellPath: string,
 *   stop: () => Promise<void> }>}
 */
export async function startOwnServer({ within = tmpdir(), data: given, environment = {} } = {}) {
  const data = given ?? (await mkdtemp(join(within, 'sheaf-measure-')));
  const port = await freePort();
  const server = spawn(process.execPath, ['build/server.js'], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', SHEAF_DATA: data, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGTERM');
    await exited;
    if (given === undefined) await rm(data, { recursive: true, force: true });
  };
  let printed = '';
  const deadline = Date.now() + START_MS;
  // What it logs later is read and left.
  server.stdout.on('data', (text) => (printed = printed.length > LONGEST ? printed : printed + text));
  for (;;) {
    const tellPath = /\/t\/[2-9A-Z]{5,8}/.exec(printed)?.[0];
    const url = `http://localhost:${port}`;
    if (tellPath !== undefined) return { url, port, pid: server.pid ?? 0, data, printed, tellPath, stop };
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the server printed no tell link:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
