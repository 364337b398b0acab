// npm run e2e [-- what Playwright takes]: every journey, in Chromium; also those that `npm test` leaves out (playwright.config.ts).
// npm run e2e -- --engines all | webkit,firefox: the main path of Tell in other engines too; one that is not on this machine is
// left out with one line that says so.
import { spawnSync } from 'node:child_process';
import { ENGINES, findEngine } from './engines.mjs';

const args = process.argv.slice(2);
const flag = args.findIndex((argument) => /^--engines(=|$)/.test(argument));

/** @param {string[]} more @param {Record<string, string>} settings */
function playwright(more, settings = {}) {
  const command = ['node_modules/@playwright/test/cli.js', 'test', ...more];
  return spawnSync(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...settings } }).status ?? 1;
}

/** @param {string} wanted @returns {(typeof ENGINES)[number][]} */
function enginesOf(wanted) {
  const names = wanted === 'all' ? [...ENGINES] : wanted.split(',');
  const known = ENGINES.filter((engine) => names.includes(engine));
  if (known.length === names.length) return known;
  console.error(`--engines takes all, or some of ${ENGINES.join(', ')} with commas between them; not "${wanted}".`);
  process.exit(1);
}

if (args.includes('--help') || args.includes('-h')) {
  console.log(`Usage: npm run e2e -- [--engines all|${ENGINES.join(',')}] [what Playwright takes, as follows]\n`);
  process.exit(playwright(['--help']));
}
if (flag === -1) process.exit(playwright(args, { SHEAF_EVERY_JOURNEY: '1' }));

const [, inline] = (args[flag] ?? '').split('=');
const wanted = enginesOf(inline ?? args[flag + 1] ?? 'all');
const rest = args.filter((_, place) => place !== flag && !(inline === undefined && place === flag + 1));
/** @type {Record<string, string>} */
const present = {};
for (const engine of wanted) {
  const found = await findEngine(engine);
  if ('path' in found) present[engine] = found.path;
  else console.log(`skipped ${engine}: ${found.absent}`);
}
if (Object.keys(present).length === 0) process.exit(0);
process.exit(playwright(['--config', 'tests/engines', ...rest], { SHEAF_ENGINES: JSON.stringify(present) }));
