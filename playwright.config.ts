import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.mjs';

/** Only a whole Chromium has Background Sync. In the other, as on iPhones, pages alone send. */
const SENT_BY_WORKER = '**/sync.spec.ts';

async function chromiumFor(kind: 'headless' | 'whole') {
  const executablePath = await findChromium(kind);
  return {
    ...devices['Desktop Chrome'],
    launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_ARGS },
  };
}

/** Journeys that repeat others on another kind of device: `npm run e2e` takes them, `npm test` has no time for them. */
const REPEATED = /@repeated/;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  ...(process.env['SHEAF_EVERY_JOURNEY'] ? {} : { grepInvert: REPEATED }),
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
  projects: [
    { name: 'chromium', testIgnore: SENT_BY_WORKER, use: await chromiumFor('headless') },
    { name: 'chromium with background sync', testMatch: SENT_BY_WORKER, use: await chromiumFor('whole') },
  ],
});
