// Builds one TypeScript entry for Node and runs it: Node runs no TypeScript here. Packages are left where they are.
import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} entry below the root, with its ending
 * @param {string[]} args for the program
 * @returns {Promise<number>} its exit code
 */
export async function runBuilt(entry, args) {
  // As deep as tests/bench: scripts that stay outside are named from there.
  const outDir = join('.cache', `built-${entry.replace(/\.ts$/, '').replaceAll('/', '-')}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { $lib: join(root, 'src/lib') } },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      // Scripts ask how they were started, so they stay files of their own.
      rolldownOptions: { external: /scripts\/[a-z-]+\.mjs$/, output: { entryFileNames: '[name].js' } },
    },
  });
  const program = join(root, outDir, basename(entry).replace(/\.ts$/, '.js'));
  return spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' }).status ?? 1;
}
