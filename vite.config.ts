import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findChromium } from './scripts/chromium.mjs';

// Looked for only when tests run: it may install a browser, which a build must never do.
const executablePath = process.env['VITEST'] ? await findChromium() : null;

export default defineConfig({
  plugins: [sveltekit()],
  // The package's entry leads to its build for browsers of 2015; this one has the same API and is smaller.
  environments: {
    client: {
      build: {
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {
            codeSplitting: {
              groups: [
                {
                  name: 'tell-first',
                  includeDependenciesRecursively: false,
                  test: /src\/lib\/(?:ui\/(?:controls\/(?:Button|Sheet)|icons|mark|symbols\/Symbol|progress)|i18n\/(?:catalogue|en\/tell\.ts)|tell\/(?:words|contacts|notices|telephone|people|first-look|Heading|HelpList|HelpSheet|TellFrame|context|trouble)|protocol\/routes|domain\/programme\/collector-code)/,
                },
              ],
            },
          },
        },
      },
    },
  },
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['tests/{unit,scenario}/**/*.test.ts'] },
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
