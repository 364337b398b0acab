import { afterEach, expect, it, vi } from 'vitest';
import { findEngine } from '../../../scripts/engines.mjs';

afterEach(() => vi.unstubAllEnvs());

it.each([
  ['webkit', 'webkit2gtk-driver'],
  ['firefox', 'firefox-esr'],
] as const)('%s that is not on this machine is left out, and what to install is said', async (engine, pack) => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('SHEAF_FIREFOX', undefined);
  expect(await findEngine(engine)).toEqual({
    engine,
    absent: expect.stringContaining(`apt-get install ${pack}`) as string,
  });
});

it('a Firefox that a setting names is taken', async () => {
  vi.stubEnv('SHEAF_FIREFOX', process.execPath);
  expect(await findEngine('firefox')).toEqual({ engine: 'firefox', path: process.execPath });
});

it('a setting that names no program is no Firefox', async () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.stubEnv('SHEAF_FIREFOX', '/nowhere/firefox');
  expect(await findEngine('firefox')).toMatchObject({ absent: expect.stringContaining('/nowhere/firefox') as string });
});
