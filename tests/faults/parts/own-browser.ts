import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CHROMIUM_ARGS } from '../../../scripts/chromium.mjs';
import { removeFolder } from './remove-folder';

const START_MS = 60_000;
const PATIENCE_MS = 20_000;
/** A microphone that beeps, and nobody who has to say that it may be used; no window, no key ring. */
const ARGS = [
  ...CHROMIUM_ARGS,
  '--headless=new',
  '--disable-gpu',
  '--disable-renderer-backgrounding',
  '--password-store=basic',
  '--mute-audio',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--remote-debugging-port=0',
];

let path: string | null | undefined;

/** Why no browser can be killed here; null when one can. Looked for once, where everything looks for it. */
export function noBrowser(): string | null {
  if (process.platform === 'win32') return 'needs process groups';
  path ??= spawnSync(process.execPath, ['scripts/chromium.mjs'], { encoding: 'utf8' }).stdout.trim() || null;
  return path === null ? 'needs a Chromium (apt-get install chromium, or SHEAF_CHROMIUM)' : null;
}

/** A Chromium with all its processes, over a profile that outlives it. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** The one page it begins with. */
  readonly page: Page;
  /** Looks away: it goes on by itself, unseen. A worker that is looked at is never taken for idle, and goes on for ever. */
  lookAway(): Promise<void>;
  /** kill -9 of every process of it, at once. */
  kill(): Promise<void>;
}

export async function openBrowser(profile: string): Promise<OwnBrowser> {
  if (noBrowser() !== null || path == null) throw new Error('no Chromium');
  // What it drops beside its profile stays there when it is killed.
  const dropped = mkdtempSync(join(tmpdir(), 'sheaf-chromium-'));
  // A group of its own: that is what is killed.
  const child = spawn(path, [...ARGS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TMPDIR: dropped },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = async () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // Has ended by itself.
    }
    await ended;
    await pause(100); // its children let go of the profile
    removeFolder(dropped);
  };
  let said = '';
  child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-20_000)));
  try {
    const address = await until(() => /DevTools listening on (ws:\S+)/.exec(said)?.[1], START_MS);
    const browser = await chromium.connectOverCDP(address, { timeout: START_MS });
    const context = browser.contexts()[0] ?? (await browser.newContext());
    context.setDefaultTimeout(PATIENCE_MS);
    const page = context.pages()[0] ?? (await context.newPage());
    return { context, page, lookAway: () => browser.close(), kill };
  } catch (cause) {
    await kill();
    throw new Error(`Chromium did not open: ${said.slice(-500)}`, { cause });
  }
}

/** Asks again and again. @throws when it does not become so */
export async function until<T>(
  ask: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(50)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false && answer !== null) return answer;
  }
  throw new Error(`waited ${patienceMs / 1000} s for: ${ask.toString().slice(0, 120)}`);
}
