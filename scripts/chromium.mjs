// Where is a Chromium? Asked in this order: a setting, PATH, Playwright's cache, Playwright's download, the system's packages.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Containers have no sandbox and no network: nothing of the browser's own may start by itself. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @param {string | undefined} path */
function runnable(path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not executable: both mean "look further"
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(runnable);
}

async function fromPlaywright() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return runnable(path) ? path : undefined;
}

/** Output goes to stderr: stdout belongs to whoever asked. @param {string} command @param {string[]} args */
function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
}

async function downloaded() {
  const cli = join(createRequire(import.meta.url).resolve('playwright/package.json'), '..', 'cli.js');
  return run(process.execPath, [cli, 'install', 'chromium']) ? fromPlaywright() : undefined;
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !runnable('/usr/bin/apt-get')) return undefined;
  return run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']) ? onPath() : undefined;
}

/**
 * The path of a Chromium that runs, or null after one clear sentence on stderr. Remembered in SHEAF_CHROMIUM, so that
 * child processes do not search again.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  const setting = process.env.SHEAF_CHROMIUM;
  if (setting && !runnable(setting)) throw new Error(`SHEAF_CHROMIUM is set to ${setting}, which cannot be run.`);
  const path = setting || (onPath() ?? (await fromPlaywright()) ?? (await downloaded()) ?? fromDebian());
  if (!path) {
    process.stderr.write('No Chromium found: install one (e.g. `apt-get install chromium`) or set SHEAF_CHROMIUM.\n');
    return null;
  }
  process.env.SHEAF_CHROMIUM = path;
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = await findChromium();
  if (path) process.stdout.write(`${path}\n`);
  else process.exitCode = 1;
}
