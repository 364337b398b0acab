import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findChromium } from '../../../scripts/chromium.mjs';

const SHELL = 'chromium-headless-shell';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-test-'));
  vi.stubEnv('PATH', folder);
  for (const name of ['SHEAF_CHROMIUM', 'SHEAF_FOUND_CHROMIUM', 'SHEAF_FOUND_HEADLESS_CHROMIUM']) vi.stubEnv(name, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function install(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

test('walks take the Chromium without windows, and what is killed or timed is the one people have', async () => {
  const [shell, whole] = [install(SHELL), install('chromium')];
  expect(await findChromium('headless')).toBe(shell);
  expect(await findChromium('whole')).toBe(whole);
});

test('where there is only a whole one, it does for both', async () => {
  const path = install('google-chrome');
  expect(await findChromium('headless')).toBe(path);
  expect(await findChromium('whole')).toBe(path);
});

test('a setting goes before what is found, and one that cannot be run is refused by name', async () => {
  install(SHELL);
  const mine = install('my-own');
  vi.stubEnv('SHEAF_CHROMIUM', mine);
  expect(await findChromium('headless')).toBe(mine);
  vi.stubEnv('SHEAF_CHROMIUM', join(folder, 'gone'));
  await expect(findChromium('whole')).rejects.toThrow(/SHEAF_CHROMIUM is set to .*gone, which cannot be run/);
});
