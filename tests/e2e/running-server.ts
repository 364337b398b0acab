import { test as base } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.mjs';

const START_MS = 30_000;

/** What a fresh server prints for people: the collector's code and the link that makes the first steward, as a path. */
interface Links {
  readonly code: string;
  readonly firstSteward: string;
}

async function waitForLinks(printed: () => string, stopped: () => boolean): Promise<Links> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && !stopped()) {
    const code = /\/t\/([2-9A-Z]{5,8})/.exec(printed())?.[1];
    const firstSteward = /\/first-steward#\S+/.exec(printed())?.[0];
    if (code !== undefined && firstSteward !== undefined) return { code, firstSteward };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server printed no links:\n${printed()}`);
}

/**
 * One built server per worker, with a port and a data folder of its own: `baseURL` leads to it. A file that needs one no
 * other file has used (the first steward is made once) names an `installation`.
 */
export const test = base.extend<
  object,
  { installation: string; served: Links & { url: string; data: string }; serverUrl: string }
>({
  installation: ['shared', { option: true, scope: 'worker' }],
  served: [
    async ({ installation: _ }, use) => {
      const data = await mkdtemp(join(tmpdir(), 'sheaf-e2e-'));
      const port = await freePort();
      const server = spawn(process.execPath, ['build/server.js'], {
        env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', SHEAF_DATA: data },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const url = `http://localhost:${port}`;
      const exited = once(server, 'exit');
      let printed = '';
      server.stdout.on('data', (text) => (printed += String(text)));
      try {
        const links = await waitForLinks(
          () => printed,
          () => server.exitCode !== null,
        );
        await use({ ...links, url, data });
      } finally {
        server.kill('SIGTERM');
        await exited;
        await rm(data, { recursive: true, force: true });
      }
    },
    { scope: 'worker' },
  ],
  serverUrl: [async ({ served }, use) => use(served.url), { scope: 'worker' }],
  baseURL: async ({ serverUrl }, use) => {
    await use(serverUrl);
  },
});

export { expect } from '@playwright/test';
