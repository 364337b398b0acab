// npm run bench -- <name> [--n 10000,100000] [--seed 7]: runs tests/bench/<name>.ts, one JSON line per figure.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'tests/bench');
const [name = '', ...args] = process.argv.slice(2);
const entry = join(folder, `${name}.ts`);

if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
  console.error(`npm run bench -- <name>: one of ${names.join(', ')}`);
  process.exit(1);
}

// Node runs no TypeScript here: built first, packages left where they are.
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  resolve: { alias: { $lib: join(root, 'src/lib') } },
  build: {
    ssr: entry,
    outDir: '.cache/bench',
    emptyOutDir: false,
    target: 'node20',
    // Scripts ask how they were started, so they stay files of their own.
    rolldownOptions: { external: /scripts\/[a-z-]+\.mjs$/, output: { entryFileNames: '[name].js' } },
  },
});
const { status } = spawnSync(process.execPath, [join(root, '.cache/bench', `${name}.js`), ...args], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
