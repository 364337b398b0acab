import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.cache/older-build';
const NEEDED = [
  'src',
  'service-worker',
  'static',
  'scripts',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
];
const VERSION = 'src/lib/protocol/version.ts';

/**
 * Builds the program, client and server, as it was when it spoke only the first version of the wire: today's code with
 * the number of then, since what an N-1 has to live through is the other's number. @returns its folder
 */
export function olderBuild(): string {
  const folder = join(process.cwd(), FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of NEEDED) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  const version = readFileSync(VERSION, 'utf8')
    .replace(/PROTOCOL_VERSION = \d+/, 'PROTOCOL_VERSION = 1')
    .replace(/(ACCEPTED_VERSIONS[^=]*) = \[[^\]]*\]/, '$1 = [1]');
  writeFileSync(join(folder, VERSION), version);
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the older version could not be built: ${stderr.slice(-2000)}`);
  return folder;
}
