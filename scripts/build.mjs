// Order matters: adapter-node empties `build`, so the Node entries come second.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFingerprint, remember } from './fingerprint.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** @type {[program: string, ...args: string[]][]} */
const STEPS = [
  ['@sveltejs/kit/svelte-kit.js', 'sync'],
  ['vite/bin/vite.js', 'build'],
  ['vite/bin/vite.js', 'build', '--config', 'scripts/vite.node.config.ts'],
];

const hash = buildFingerprint.hash();
for (const [program, ...args] of STEPS) {
  const { status } = spawnSync(process.execPath, [join('node_modules', program), ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
remember(buildFingerprint, hash);
