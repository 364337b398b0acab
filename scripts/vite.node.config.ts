import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** adapter-node writes handler.js into the output folder: the import must stay as it is written, not point into src. */
const handlerBesideServer: Plugin = {
  name: 'sheaf:handler-beside-server',
  enforce: 'pre',
  resolveId: (source) => (source === './handler.js' ? { id: './handler.js', external: true } : null),
};

/** The entries that run in plain Node (Node 20 runs no TypeScript). Runs after `vite build`, which empties `build`. */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [handlerBesideServer],
  resolve: { alias: { $lib: `${root}src/lib` } },
  build: {
    ssr: true,
    outDir: 'build',
    emptyOutDir: false,
    target: 'node20',
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { server: `${root}src/server.ts`, cli: `${root}src/cli/main.ts` },
      output: { entryFileNames: '[name].js', chunkFileNames: 'node/[name]-[hash].js' },
    },
  },
});
