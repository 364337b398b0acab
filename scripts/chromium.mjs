// Where is a Chromium? Asked in this order: a setting, PATH, Playwright's cache, Playwright's download, the system's packages.
// Two kinds. `headless` has no window of its own: the same engine, and what Playwright itself takes where nobody looks; walking
// through pages costs a fifth less processor. `whole` is what people have: for its speed, for killing it, for what it sends unseen.
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

/** @typedef {'headless' | 'whole'} Kind */

const WHOLE = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const HEADLESS = 'chromium-headless-shell';
/**
 * A whole one does for walks, too; the other has not all that people have (Background Sync).
 * @type {Readonly<Record<Kind, readonly string[]>>}
 */
const NAMES = { headless: [HEADLESS, ...WHOLE], whole: WHOLE };
/** What Debian calls them. @type {Readonly<Record<Kind, string>>} */
const PACKAGES = { headless: HEADLESS, whole: 'chromium' };
/** Where what was found is kept for child processes. @type {Readonly<Record<Kind, string>>} */
const FOUND = { headless: 'SHEAF_FOUND_HEADLESS_CHROMIUM', whole: 'SHEAF_FOUND_CHROMIUM' };

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

/** @param {Kind} kind */
function onPath(kind) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES[kind].flatMap((name) => folders.map((folder) => join(folder, name))).find(runnable);
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

/** @param {Kind} kind */
function fromDebian(kind) {
  if (process.getuid?.() !== 0 || !runnable('/usr/bin/apt-get')) return undefined;
  if (!run('apt-get', ['update'])) return undefined;
  // The kind without a window is younger: an older Debian has only the other.
  const installed = [PACKAGES[kind], PACKAGES.whole].some((name) => run('apt-get', ['install', '-y', name]));
  return installed ? onPath(kind) : undefined;
}

/**
 * The path of a Chromium that runs, or null after one clear sentence on stderr. Remembered in the environment, so that child
 * processes do not search again.
 * @param {Kind} kind
 * @returns {Promise<string | null>}
 */
export async function findChromium(kind) {
  const setting = process.env.SHEAF_CHROMIUM;
  if (setting && !runnable(setting)) throw new Error(`SHEAF_CHROMIUM is set to ${setting}, which cannot be run.`);
  const known = setting || process.env[FOUND[kind]];
  const path = known || (onPath(kind) ?? (await fromPlaywright()) ?? (await downloaded()) ?? fromDebian(kind));
  if (!path) {
    process.stderr.write('No Chromium found: install one (e.g. `apt-get install chromium`) or set SHEAF_CHROMIUM.\n');
    return null;
  }
  process.env[FOUND[kind]] = path;
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = await findChromium('whole');
  if (path) process.stdout.write(`${path}\n`);
  else process.exitCode = 1;
}
