// Lighthouse, mobile, on the collector page: the median of five runs against the budget of the page a child waits for.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
import { startOwnServer } from './own-server.mjs';

const RUNS = 5;
const FLOOR = { performance: 0.95, accessibility: 1 };

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const chromium = await findChromium();
if (!chromium) throw new Error('Lighthouse needs a Chromium: set SHEAF_CHROMIUM to its path.');
const environment = { ...process.env, CHROME_PATH: chromium };
const server = await startOwnServer();
const folder = mkdtempSync(join(tmpdir(), 'sheaf-lighthouse-'));

/** @param {number} run */
function once(run) {
  const report = join(folder, `${run}.json`);
  const flags = ['--headless', '--disable-gpu', ...CHROMIUM_ARGS, `--user-data-dir=${join(folder, `profile-${run}`)}`];
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
  if (status !== 0) throw new Error(`lighthouse failed: ${stderr}`);
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
  const figures = {
    performance: categories.performance.score,
    accessibility: categories.accessibility.score,
    fcp_ms: Math.round(audits['first-contentful-paint'].numericValue),
    lcp_ms: Math.round(audits['largest-contentful-paint'].numericValue),
    tbt_ms: Math.round(audits['total-blocking-time'].numericValue),
    cls: audits['cumulative-layout-shift'].numericValue,
  };
  console.log(JSON.stringify({ run, ...figures }));
  return figures;
}

try {
  const runs = Array.from({ length: RUNS }, (_, run) => once(run + 1));
  const performance = median(runs.map((run) => run.performance));
  const accessibility = Math.min(...runs.map((run) => run.accessibility));
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model };
  console.log(JSON.stringify({ page: '/t/<code>', form: 'mobile', n: RUNS, performance, accessibility, ...machine }));
  process.exitCode = performance >= FLOOR.performance && accessibility >= FLOOR.accessibility ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
