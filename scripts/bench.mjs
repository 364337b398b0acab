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
  console.error(`npm run bench -- <name>: one of ${names.join(', ')}`);
  process.exit(1);
}

process.exit(await runBuilt(`tests/bench/${name}.ts`, args));
