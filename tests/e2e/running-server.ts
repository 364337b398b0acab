import { test as base } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 15_000;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
}

async function waitUntilAnswering(url: string, stopped: () => boolean): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && !stopped()) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not answer at ${url}`);
}

/** One built server per worker, with a port and a data folder of its own: `baseURL` leads to it. */
export const test = base.extend<object, { serverUrl: string }>({
  serverUrl: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a fixture needs from this pattern
    async ({}, use) => {
      const data = await mkdtemp(join(tmpdir(), 'sheaf-e2e-'));
      const port = await freePort();
      const server = spawn(process.execPath, ['build/server.js'], {
        env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', SHEAF_DATA: data },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const url = `http://localhost:${port}`;
      const exited = once(server, 'exit');
      try {
        await waitUntilAnswering(url, () => server.exitCode !== null);
        await use(url);
      } finally {
        server.kill('SIGTERM');
        await exited;
        await rm(data, { recursive: true, force: true });
      }
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ serverUrl }, use) => {
    await use(serverUrl);
  },
});

export { expect } from '@playwright/test';
