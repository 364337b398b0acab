import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';

/** The last thing the page asks for by itself; only after it can nothing more be expected, however slow the machine. */
const LAST_ASKED_FOR = '**/words/receipt-*.txt';
/** And then it is at rest when nothing was asked for during this time. */
const IDLE_MS = 1500;

/** In the page: notes when the first control inside the leaf can be pressed. */
export function markFirstControl() {
  const watcher = new MutationObserver(() => {
    if (document.querySelector('main button:enabled, main input:enabled') === null) return;
    performance.mark('first-control');
    watcher.disconnect();
  });
  watcher.observe(document, { subtree: true, childList: true, attributes: true });
}

/** In the page: addresses of everything that was asked for before that moment. */
function askedForBeforeFirstControl() {
  const usable = performance.getEntriesByName('first-control')[0]?.startTime ?? Infinity;
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry.startTime <= usable)
    .map((entry) => entry.name);
}

/**
 * How much JavaScript a page of Tell loads, cold, as it travels (gzip, kB): up to the moment the first control can be used, and up
 * to network idle.
 * @param {string} url
 */
export async function weighPage(url) {
  const executablePath = await findChromium('headless');
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: CHROMIUM_ARGS });
  try {
    // The service worker fetches everything for later by itself: that is not this page's loading.
    const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.addInitScript(markFirstControl);
    /** @type {{ url: string, bytes: Promise<number> }[]} */
    const scripts = [];
    let last = Date.now();
    page.on('request', () => (last = Date.now()));
    page.on('response', (response) => {
      last = Date.now();
      if (response.request().resourceType() !== 'script') return;
      scripts.push({ url: response.url(), bytes: response.body().then((body) => gzipSync(body, { level: 9 }).length) });
    });
    const lastAskedFor = page.waitForRequest(LAST_ASKED_FOR);
    await page.goto(url, { waitUntil: 'commit' });
    await page.getByRole('main').getByRole('button').first().waitFor();
    await lastAskedFor;
    while (Date.now() - last < IDLE_MS) await page.waitForTimeout(100);
    const early = new Set(await page.evaluate(askedForBeforeFirstControl));
    let first = 0;
    let all = 0;
    const files = [];
    for (const { url: address, bytes } of scripts) {
      const size = await bytes;
      all += size;
      if (early.has(address)) first += size;
      files.push({ file: new URL(address).pathname.split('/').at(-1), kb: kb(size), first: early.has(address) });
    }
    return { js_first_kb: kb(first), js_page_kb: kb(all), scripts: files.length, files };
  } finally {
    await browser.close();
  }
}

/** @param {number} bytes */
const kb = (bytes) => Math.round(bytes / 100) / 10;
