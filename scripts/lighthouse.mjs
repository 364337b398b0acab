// Lighthouse, mobile, on the collector page: the median of five runs against the budget of the page a child waits for.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { programArguments } from './arguments.mjs';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
import { startOwnServer } from './own-server.mjs';

const RUNS = 5;
const FLOOR = { performance: 0.95, accessibility: 1 };

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

programArguments({
  usage: 'npm run lighthouse',
  does: 'Lighthouse, mobile, on the collector page: the median of five runs. Fails under the floor.',
  options: {},
});
const chromium = await findChromium('whole');
if (!chromium) throw new Error('Lighthouse needs a Chromium: set SHEAF_CHROMIUM to its path.');
const environment = { ...process.env, CHROME_PATH: chromium };
const server = await startOwnServer();
const folder = mkdtempSync(join(tmpdir(), 'sheaf-lighthouse-'));

/** Lighthouse now and then records no trace and asks to be run again: nothing was measured, so nothing is left out. */
const TRIES = 3;
let unrecorded = 0;

/** @param {number} run @returns {string} the path of its report */
function record(run) {
  for (let attempt = 1; ; attempt += 1) {
    const report = join(folder, `${run}-${attempt}.json`);
    const profile = `--user-data-dir=${join(folder, `profile-${run}-${attempt}`)}`;
    const flags = ['--headless', '--disable-gpu', ...CHROMIUM_ARGS, profile];
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        'node_modules/lighthouse/cli/index.js',
        `${server.url}${server.tellPath}`,
        '--quiet',
        '--output=json',
        `--output-path=${report}`,
        '--only-categories=performance,accessibility',
        `--chrome-flags=${flags.join(' ')}`,
      ],
      { env: environment, encoding: 'utf8' },
    );
    if (status === 0) return report;
    if (attempt === TRIES || !/\(NO_NAVSTART\)/.test(stderr)) throw new Error(`lighthouse failed: ${stderr}`);
    unrecorded += 1;
  }
}

/** @param {number} run */
function once(run) {
  const { categories, audits } = JSON.parse(readFileSync(record(run), 'utf8'));
  const figures = {
    performance: categories.performance.score,
    accessibility: categories.accessibility.score,
    fcp_ms: Math.round(audits['first-contentful-paint'].numericValue),
    lcp_ms: Math.round(audits['largest-contentful-paint'].numericValue),
    tbt_ms: Math.round(audits['total-blocking-time'].numericValue),
    cls: audits['cumulative-layout-shift'].numericValue,
  };
  // A busy machine shows in the blocking time: the load stands beside every run.
  console.log(JSON.stringify({ run, ...figures, load: Math.round((loadavg()[0] ?? 0) * 10) / 10 }));
  return { figures, missing: missingFrom(categories.accessibility, audits) };
}

/** @typedef {{ auditRefs: { id: string, weight: number }[] }} Category */
/**
 * What keeps accessibility from being whole.
 * @param {Category} accessibility @param {Record<string, { score: number | null, title: string }>} audits
 */
function missingFrom({ auditRefs }, audits) {
  return auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]?.title}`);
}

try {
  const runs = Array.from({ length: RUNS }, (_, run) => once(run + 1));
  const figures = runs.map((run) => run.figures);
  /** @param {keyof typeof figures[number]} name */
  const spread = (name) => figures.map((figure) => figure[name]).sort((a, b) => a - b);
  const performance = median(spread('performance'));
  const accessibility = Math.min(...spread('accessibility'));
  for (const audit of new Set(runs.flatMap((run) => run.missing))) console.error(`accessibility: ${audit}`);
  console.log(
    JSON.stringify({
      page: '/t/<code>',
      form: 'mobile',
      n: RUNS,
      performance,
      accessibility,
      fcp_ms: median(spread('fcp_ms')),
      lcp_ms: median(spread('lcp_ms')),
      tbt_ms: median(spread('tbt_ms')),
      cls: median(spread('cls')),
      unrecorded,
      performance_runs: spread('performance'),
      floor: FLOOR,
      node: process.version,
      cpus: cpus().length,
      cpu: cpus()[0]?.model,
    }),
  );
  process.exitCode = performance >= FLOOR.performance && accessibility >= FLOOR.accessibility ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
