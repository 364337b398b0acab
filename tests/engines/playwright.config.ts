import { defineConfig } from '@playwright/test';
import { z } from 'zod';
import { ENGINES } from '../../scripts/engines.mjs';
import type { EngineOptions } from './engine-test';

/** Where each engine that was asked for is: scripts/e2e.mjs has looked. */
const paths = z.partialRecord(z.enum(ENGINES), z.string()).parse(JSON.parse(process.env['SHEAF_ENGINES'] ?? '{}'));

export default defineConfig<EngineOptions>({
  testDir: '.',
  testMatch: '*.spec.ts',
  // One after the other: each has a machine to itself, as on a phone.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [['list'], ['json', { outputFile: '../../.cache/reports/engines.json' }]],
  projects: ENGINES.flatMap((engine) => {
    const path = paths[engine];
    return path === undefined ? [] : [{ name: engine, use: { engine: { engine, path } } }];
  }),
});
