// npm run bench -- <name> [--n 10000,100000] [--seed 7]: runs tests/bench/<name>.ts, one JSON line per figure.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBuilt } from './run-built.mjs';

const folder = fileURLToPath(new URL('../tests/bench', import.meta.url));
const [name = '', ...args] = process.argv.slice(2);
const entry = join(folder, `${name}.ts`);

if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
  const usage = `Usage: npm run bench -- NAME [its own options, --help names them]\nNAME is one of ${names.join(', ')}.`;
  if (name === '--help' || name === '-h') console.log(usage);
  else console.error(name === '' ? usage : `There is no bench "${name}".\n${usage}`);
  process.exit(name === '--help' || name === '-h' ? 0 : 1);
}

process.exit(await runBuilt(`tests/bench/${name}.ts`, args));
