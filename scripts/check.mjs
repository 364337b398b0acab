// Every gate that reads the code, two at a time; each one's output is shown when it ends. All run, even after a failure.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LANES = 2;
const GATES = [
  { name: 'eslint', args: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'svelte-check', args: ['svelte-check/bin/svelte-check', '--fail-on-warnings'] },
  { name: 'prettier', args: ['prettier/bin/prettier.cjs', '--check', '.'] },
  { name: 'tsc service-worker', args: ['typescript/bin/tsc', '-p', 'service-worker'] },
  { name: 'knip', args: ['knip/bin/knip.js'] },
  { name: 'size-limit', args: ['size-limit/bin.js'] },
];

/** @param {string[]} args */
const inNodeModules = ([program = '', ...rest]) => [join('node_modules', program), ...rest];

/** @param {{ name: string, args: string[] }} gate @returns {Promise<boolean>} */
function pass({ name, args }) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, inNodeModules(args), { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)${code === 0 ? '' : `\n${output}`}`);
      resolve(code === 0);
    });
  });
}

// svelte-check, ESLint and tsc read the types that Kit generates.
const sync = spawnSync(process.execPath, inNodeModules(['@sveltejs/kit/svelte-kit.js', 'sync']), { stdio: 'inherit' });
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
