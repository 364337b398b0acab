import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildFingerprint, installFingerprint, isCurrent, remember } from './fingerprint.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/**
 * Stdout stays free for the command that follows; with quiet, nothing is said unless the step fails.
 * @param {string} what @param {string} command @param {string[]} args @param {boolean} quiet
 */
function step(what, command, args, quiet) {
  if (!quiet) process.stderr.write(`${what} …\n`);
  // npm is a .cmd file on Windows, which only a shell starts.
  const shell = process.platform === 'win32' && command === 'npm';
  const done = spawnSync(command, args, { stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2], shell });
  if (done.status === 0) return;
  if (quiet) process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  throw new Error(`${what} failed${done.error ? `: ${done.error.message}` : ', see above'}.`);
}

/** Installs when package.json or the lock changed, and builds when a source changed; otherwise does nothing. */
/** @param {{ build: boolean, quiet: boolean }} wanted */
export async function makeReady({ build, quiet }) {
  if (!isCurrent(installFingerprint)) {
    const hash = installFingerprint.hash();
    step('Installing packages', 'npm', ['ci', '--include=dev'], quiet);
    remember(installFingerprint, hash);
  }
  if (build && !isCurrent(buildFingerprint)) step('Building', process.execPath, ['scripts/build.mjs'], quiet);
}
