import { test as base } from '../e2e/running-server';
import { UnreliableNetwork } from '../e2e/unreliable-network';
import { launchBidi } from './bidi-page';
import type { EnginePage } from './engine-page';
import { launchWebKit } from './webkit-page';

interface Installed {
  readonly engine: 'chromium' | 'webkit' | 'firefox';
  readonly path: string;
}
export interface EngineOptions {
  readonly engine: Installed;
}

/** A page of the engine, and a network between it and a built server. */
export const test = base.extend<{ engine: Installed; network: UnreliableNetwork; at: EnginePage }>({
  engine: [{ engine: 'chromium', path: '' }, { option: true }],
  network: async ({ serverUrl }, use) => {
    const network = await UnreliableNetwork.before(serverUrl);
    await use(network);
    await network.close();
  },
  at: async ({ engine: { engine, path } }, use) => {
    const page = engine === 'webkit' ? await launchWebKit(path) : await launchBidi(engine, path);
    try {
      await use(page);
    } finally {
      await page.close();
    }
  },
});

export { expect } from '@playwright/test';
