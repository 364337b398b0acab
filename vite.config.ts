import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.mjs';
import { CLIENT_CHUNKS, tellChunksStayInTell } from './scripts/client-chunks.mjs';

// Looked for only when tests run: it may install a browser, which a build must never do.
const executablePath = process.env['VITEST'] ? await findChromium('headless') : null;

/** Tests of what modules find in their world when they are loaded: an IndexedDB, locks of a browser. */
const ALONE = ['tests/unit/{device,sync}/**/*.test.ts'];

export default defineConfig({
  plugins: [sveltekit(), tellChunksStayInTell()],
  environments: {
    client: {
      build: {
        // The list of all routes, which every page loads, would name the files of every one of them (1 kB more): a page
        // that is gone to asks for its parts as it meets them.
        modulePreload: {
          resolveDependencies: (_, files, { hostId }) =>
            /\/entry\/app\.[^/]*js$/.test(hostId) ? files.filter((file) => file.endsWith('.css')) : files,
        },
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          treeshake: {
            moduleSideEffects: [
              { test: /svelte\/src\/internal\/client\/dom\/elements\/(?:bindings|custom-element)/, sideEffects: false },
            ],
          },
          output: { codeSplitting: { groups: CLIENT_CHUNKS } },
        },
      },
    },
  },
  // The package's entry leads to its build for browsers of 2015; this one has the same API and is smaller.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  test: {
    expect: { requireAssertions: true },
    // One more than there are cores: tests that start servers or flush to a disk wait for a fifth of their time.
    maxWorkers: availableParallelism() + 1,
    // No test measures the machine: a slow one only has to wait.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ALONE,
          // A third of the time went into loading the same modules for every file.
          isolate: false,
          globalSetup: 'tests/fixtures/postgres-server.ts',
        },
      },
      {
        extends: true,
        test: { name: 'unit, alone', environment: 'node', include: ALONE },
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['tests/component/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { ...(executablePath && { executablePath }), args: CHROMIUM_ARGS } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
