import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { programArguments } from '../../scripts/arguments.mjs';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { startOwnServer } from '../../scripts/own-server.mjs';
import { markFirstControl, weighPage } from '../../scripts/weigh-page.mjs';
import { machine, printLine, quantile } from './parts/figures';
import { languageKb } from './parts/language-kb';

/**
 * How long a phone that has Tell already waits for it without a network: from the navigation to the moment the first control can
 * be pressed, with the processor of the page slowed down four times. A new tab and a service worker that has to start first, each
 * time; the server is stopped. With it what Tell weighs when it is opened for the first time.
 */
const SLOWDOWN = 4;
const BUDGET_MS = 1000;
const REST_MS = 1000;
const FIRST_CONTROL = 'first-control';

const { values: flags } = programArguments({
  usage: 'npm run bench -- tell',
  does: 'How long Tell takes to its first control, offline, on a slow phone.',
  numbers: ['n'],
  options: { n: { type: 'string', default: '9' } },
});

const server = await startOwnServer();
const address = `${server.url}${server.tellPath}`;
const weight = await weighPage(address);
const executablePath = await findChromium('whole');
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGS });
let stopped = false;
try {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  await context.addInitScript(markFirstControl);
  await context.addInitScript(sayWhenMarked, FIRST_CONTROL);
  await visitOnce(context);
  await server.stop();
  stopped = true;
  const starts: Start[] = [];
  for (let run = 0; run < Number(flags.n); run += 1) starts.push(await start(context));
  const { files: _, ...figures } = weight;
  const times = starts.map(({ usable }) => usable);
  const warm = quantile(times, 0.5);
  printLine({
    bench: 'tell',
    warm_offline_ms: warm,
    ...figures,
    language_kb: languageKb(),
    // Where it goes: until the worker has started and given the shell, until the page is read, until the control is there.
    shell_ms: median(starts, 'shell'),
    read_ms: median(starts, 'read'),
    n: times.length,
    least_ms: quantile(times, 0),
    most_ms: quantile(times, 1),
    cpu_slowdown: SLOWDOWN,
    budget_ms: BUDGET_MS,
    within_budget: warm <= BUDGET_MS,
    ...machine(),
  });
} finally {
  await browser.close();
  if (!stopped) await server.stop();
}

/** The one visit with a network after which none is needed. */
async function visitOnce(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForLoadState('networkidle');
  // The second visit is the first that the worker answers: the browser compiles what it kept.
  await page.reload();
  await usable(page);
  await page.close();
}

/** Moments after the navigation, ms. */
interface Start {
  readonly shell: number;
  readonly read: number;
  readonly usable: number;
}

function median(starts: readonly Start[], moment: keyof Start): number {
  return quantile(
    starts.map((times) => times[moment]),
    0.5,
  );
}

async function start(context: BrowserContext): Promise<Start> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  // What the page before, its worker and the new tab still do would be measured with it: here are two processors for all.
  await page.waitForTimeout(REST_MS);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const seen = page.waitForEvent('console', (message) => message.text() === FIRST_CONTROL);
  await page.goto(address, { waitUntil: 'commit' });
  await seen;
  await usable(page);
  const moments = await page.evaluate((name) => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]; // by its name
    const [control] = performance.getEntriesByName(name);
    if (navigation === undefined || control === undefined) return null;
    return { shell: navigation.responseEnd, read: navigation.domInteractive, usable: control.startTime };
  }, FIRST_CONTROL);
  await page.close();
  if (moments === null) throw new Error('the first control was not seen');
  return moments;
}

/**
 * In the page. Whoever asks Playwright instead has its own scripts (330 kB) read and run by the page that is being measured, a
 * tenth of the time.
 */
function sayWhenMarked(name: string): void {
  new PerformanceObserver((list) => {
    // oxlint-disable-next-line no-console -- heard by the bench, which waits for it
    if (list.getEntriesByName(name).length > 0) console.info(name);
  }).observe({ type: 'mark' });
}

/** The cards to begin with, not the button of a page that says what went wrong. */
async function usable(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'A child' }).waitFor();
}
