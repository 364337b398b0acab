// Every gate that reads the code or weighs the build, two at a time; each one's output is shown when it ends. All run,
// even after a failure.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const LANES = 2;

// What these programs make lives shortly: with little room for new objects, a quarter of the time goes into clearing it.
const ROOM_FOR_NEW = '--max-semi-space-size=128';

// Without this, the type checker begins anew for every component; what the rules find is the same, in a fifth of the time.
process.env['SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK'] = '1';

const ESLINT = ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0'];

/** @typedef {{ name: string, args: string[], figures?: boolean }} Gate `figures`: what it measured is shown also when it passes */
/** @type {Gate[]} the longest first */
const GATES = [
  { name: 'eslint of components', args: [...ESLINT, '**/*.svelte'] },
  { name: 'eslint', args: [...ESLINT, '.', '--ignore-pattern', '**/*.svelte'] },
  { name: 'oxfmt', args: ['node_modules/oxfmt/bin/oxfmt', '--check', '--threads=1'] },
  {
    name: 'oxlint',
    args: [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--deny-warnings',
      '--report-unused-disable-directives-severity=error',
    ],
  },
  // TypeScript 7 finds what 6 finds, in less than half the time; ESLint still needs the interface of 6.
  { name: 'svelte-check', args: ['node_modules/svelte-check/bin/svelte-check', '--fail-on-warnings', '--tsgo'] },
  { name: 'knip', args: ['node_modules/knip/bin/knip.js'] },
  { name: 'size-limit', args: ['node_modules/size-limit/bin.js'] },
  { name: 'page weight', args: ['scripts/page-weight.mjs'], figures: true },
  { name: 'tsc service-worker', args: ['node_modules/@typescript/native/bin/tsc', '-p', 'service-worker'] },
];

/** @param {Gate} gate @returns {Promise<boolean>} */
function pass({ name, args, figures = false }) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ROOM_FOR_NEW, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const shown = code !== 0 || figures ? `\n${output.trimEnd()}` : '';
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)${shown}`);
      resolve(code === 0);
    });
  });
}

// svelte-check, ESLint and tsc read the types that Kit generates.
const sync = spawnSync(process.execPath, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], { stdio: 'inherit' });
if (sync.status !== 0) process.exit(1);

const waiting = [...GATES];
const outcome = { passed: 0, failed: 0 };
async function lane() {
  for (let gate = waiting.shift(); gate; gate = waiting.shift()) outcome[(await pass(gate)) ? 'passed' : 'failed'] += 1;
}
await Promise.all(Array.from({ length: LANES }, lane));

mkdirSync('.cache/reports', { recursive: true });
writeFileSync('.cache/reports/check.json', JSON.stringify(outcome));
process.exitCode = outcome.failed === 0 ? 0 : 1;
