// A built server of its own for a measurement: free port, data folder that is thrown away afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';

const START_MS = 30_000;

/**
 * Starts the server and waits until it has printed its links.
 * @returns {Promise<{ url: string, data: string, printed: string, tellPath: string, stop: () => Promise<void> }>}
 */
export async function startOwnServer() {
  const data = await mkdtemp(join(tmpdir(), 'sheaf-measure-'));
  const port = await freePort();
  const server = spawn(process.execPath, ['build/server.js'], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', SHEAF_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGTERM');
    await exited;
    await rm(data, { recursive: true, force: true });
  };
  let printed = '';
  const deadline = Date.now() + START_MS;
  server.stdout.on('data', (text) => (printed += text));
  for (;;) {
    const tellPath = /\/t\/[2-9A-Z]{5,8}/.exec(printed)?.[0];
    if (tellPath !== undefined) return { url: `http://localhost:${port}`, data, printed, tellPath, stop };
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`the server printed no tell link:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
