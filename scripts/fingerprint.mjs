import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const INSTALL_INPUTS = ['package.json', 'package-lock.json', '.npmrc'];
const BUILD_INPUTS = [
  ...INSTALL_INPUTS,
  'src',
  'service-worker',
  'static',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'scripts/build.mjs',
  'scripts/client-chunks.mjs',
  'scripts/fingerprint.mjs',
  'scripts/tell-precache.mjs',
  'scripts/vite.node.config.ts',
];

/** @param {string} path @returns {string[]} the files at or under the path, in a stable order; none when it is absent */
function filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** @param {string[]} paths */
function hashOf(paths) {
  // The platform counts: node_modules copied to another kind of machine holds the wrong binaries.
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\0`);
  for (const file of paths.flatMap(filesUnder)) {
    const content = readFileSync(file);
    hash.update(`${file.split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @typedef {{ stamp: string, hash: () => string }} Fingerprint what a step was last done for, and what it would be done for now */
/** @type {Fingerprint} */
export const installFingerprint = { stamp: 'node_modules/.sheaf-install', hash: () => hashOf(INSTALL_INPUTS) };
/** @type {Fingerprint} */
export const buildFingerprint = { stamp: 'build/.sheaf-build', hash: () => hashOf(BUILD_INPUTS) };

/** @param {Fingerprint} fingerprint */
export function isCurrent({ stamp, hash }) {
  return statSync(stamp, { throwIfNoEntry: false }) !== undefined && readFileSync(stamp, 'utf8') === hash();
}

/** @param {Fingerprint} fingerprint @param {string} hash taken before the step: a change made meanwhile must not be missed */
export function remember({ stamp }, hash) {
  writeFileSync(stamp, hash);
}
