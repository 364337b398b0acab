import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '$lib/server/token';
import type { PushingOrder } from '../../../fixtures/pushing-process';
import { newPostgres } from '../../../fixtures/postgres';
import { withSheffield } from '../../../fixtures/programmes';
import { aPush, anItem } from '../../../fixtures/pushes';
import { aStory, idNumber } from '../../../fixtures/stories';

// Inside the checkout, so that the process finds its packages.
const BUILT = resolve('.cache/two-processes-test');
const NOW = new Date('2026-11-23T08:00:00.000Z');
const TOKEN = 'T'.repeat(43);
const STORIES = 120;
const data = mkdtempSync(join(tmpdir(), 'sheaf-two-'));

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { $lib: resolve('src/lib') } },
    build: { ssr: 'tests/fixtures/pushing-process.ts', outDir: BUILT, emptyOutDir: true, target: 'node20' },
  });
}, 60_000);
afterAll(() => {
  for (const folder of [BUILT, data]) rmSync(folder, { recursive: true, force: true });
});

async function begin(url: string) {
  const env = { ...process.env, SHEAF_DATA: data, DATABASE_URL: url, LOG_LEVEL: 'silent' };
  const child = fork(join(BUILT, 'pushing-process.js'), { env });
  const [said] = (await once(child, 'message')) as [unknown]; // what the process sends
  expect(said).toBe('ready');
  return async (order: PushingOrder): Promise<string[][]> => {
    child.send(order);
    const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`a process ended: ${String(code)}`)));
    const [outcomes] = (await Promise.race([once(child, 'message'), ended])) as [string[][]]; // one list for each body
    return outcomes;
  };
}

describe('two processes on one database', () => {
  it('store each story once when the same ones are pushed to both at the same moment', async () => {
    const { store, url } = await newPostgres(NOW);
    await withSheffield(store);
    await store.saveCaptureToken(hashToken(TOKEN), 'K7M2QP', NOW);
    const items = await Promise.all(Array.from({ length: STORIES }, (_, n) => anItem(aStory({ id: idNumber(n) }))));
    const bodies = Array.from({ length: STORIES / 2 }, (_, n) => aPush(items.slice(n * 2, n * 2 + 2)));
    const [one, other] = await Promise.all([begin(url), begin(url)]);
    // In the same order: each comes upon what the other has under way.
    const told = await Promise.all([one, other].map((push) => push({ token: TOKEN, bodies })));
    const outcomes = told.flat(2);
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(STORIES);
    expect(outcomes.filter((outcome) => outcome === 'already')).toHaveLength(STORIES);
    expect(await store.countStories('sheffield-send')).toBe(STORIES);
    await store.close();
  }, 60_000);
});
