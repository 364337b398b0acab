// Everything CI runs. Suites run one after the other, all of them, even after a failure; those that leave a core idle, side
// by side.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { findChromium } from './chromium.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {{ name: string, command: string[], report: string, tally: (report: any) => Tally }} Suite */

/** @type {Suite[][]} those of one line run side by side */
const SUITES = [
  [
    {
      name: 'check',
      command: ['scripts/check.mjs'],
      report: '.cache/reports/check.json',
      tally: ({ passed, failed }) => ({ passed, failed, skipped: 0 }),
    },
  ],
  [
    {
      name: 'unit and component',
      command: [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        '--outputFile.json=.cache/reports/vitest.json',
      ],
      report: '.cache/reports/vitest.json',
      tally: (report) => ({
        passed: report.numPassedTests,
        // A file that does not even load counts no failed test of its own.
        failed: report.numFailedTests + report.testResults.filter(failedToLoad).length,
        skipped: report.numPendingTests + report.numTodoTests,
      }),
    },
  ],
  [
    {
      name: 'conformance',
      // The flags of the reference are promised from 1,999 drawings on.
      command: [
        'scripts/conformance.mjs',
        'tests/fixtures/conformance',
        '--drawings=1999',
        '--report=.cache/reports/conformance.json',
      ],
      report: '.cache/reports/conformance.json',
      tally: ({ passed, failed }) => ({ passed, failed, skipped: 0 }),
    },
    {
      name: 'faults',
      command: ['scripts/faults.mjs', '--short', '--report=.cache/reports/faults.json'],
      report: '.cache/reports/faults.json',
      tally: ({ passed, failed, skipped }) => ({ passed, failed, skipped }),
    },
  ],
  [
    {
      name: 'e2e',
      command: ['node_modules/@playwright/test/cli.js', 'test'],
      report: '.cache/reports/e2e.json',
      tally: ({ stats, errors }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky + errors.length,
        skipped: stats.skipped,
      }),
    },
  ],
];

/** @param {{ status: string, assertionResults: unknown[] }} file */
function failedToLoad(file) {
  return file.status === 'failed' && file.assertionResults.length === 0;
}

/** @param {Suite} suite @param {boolean} green @returns {Tally} */
function tallyOf({ report, tally }, green) {
  /** @type {Tally} */
  let counted = { passed: 0, failed: 0, skipped: 0 };
  try {
    counted = tally(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.error(`No report at ${report}: ${error}`);
    return { ...counted, failed: 1 };
  }
  return green || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

for (const kind of /** @type {const} */ (['headless', 'whole'])) await findChromium(kind); // once, so that no suite waits for it

/** @param {Suite} suite @param {boolean} alone else its output is kept and shown when it ends */
async function run(suite, alone) {
  if (alone) console.log(`\n=== ${suite.name}`);
  rmSync(suite.report, { force: true });
  const started = performance.now();
  const child = spawn(process.execPath, suite.command, { stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const [status] = await once(child, 'close');
  if (!alone) console.log(`\n=== ${suite.name}\n${output.trimEnd()}`);
  const minutes = ((performance.now() - started) / 60_000).toFixed(2);
  return { suite: suite.name, minutes, ...tallyOf(suite, status === 0) };
}

const rows = [];
for (const suites of SUITES) {
  rows.push(...(await Promise.all(suites.map((suite) => run(suite, suites.length === 1)))));
}

console.log('');
console.table(rows);
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
