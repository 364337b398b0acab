// Which files the service worker keeps, decided when the build knows it. Kit lists every file of the build and does not
// say which route needs which; here the import graph of Vite's manifest is followed from Tell's routes only, lazy imports
// included, and the list is written into the built worker in place of a marker (the way workbox-build's injectManifest
// works). It happens between Kit and adapter-node, which compresses and copies the result.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARKER = /self\.__SHEAF_PRECACHE\b/g;
const SHELL = '/offline-shell';
/** From static/: what Tell shows. Icons of the installed app are the browser's business. */
const STATIC_FILES = ['symbols.svg', 'theme.js', 'favicon.svg', 'words/receipt-en.txt'];

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[], css?: string[], assets?: string[] }} Chunk */
/** @typedef {{ url: string, revision: string | null }} Entry */

/** @param {string} id a route's id, groups included: `/(tell)/t/[code]` */
export function isTellRoute(id) {
  const path = id.replace(/\/\([^)]*\)/g, '') || '/';
  return path === SHELL || ['/t', '/mine', '/r'].some((own) => path === own || path.startsWith(`${own}/`));
}

/**
 * The files that chunks need: everything they import, at once or later.
 * @param {Record<string, Chunk>} manifest Vite's @param {string[]} atOnce followed by static imports only
 * @param {string[]} whole followed by lazy imports as well
 */
export function filesOf(manifest, atOnce, whole) {
  /** @type {Set<string>} */
  const files = new Set();
  /** @type {Map<string, boolean>} whether a chunk was already followed with its lazy imports */
  const seen = new Map();
  /** @type {(key: string, lazy: boolean) => void} */
  const follow = (key, lazy) => {
    if (seen.get(key) === true || seen.get(key) === lazy) return;
    seen.set(key, lazy);
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`Vite's manifest has no ${key}`);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of chunk.imports ?? []) follow(next, lazy);
    if (lazy) for (const next of chunk.dynamicImports ?? []) follow(next, true);
  };
  for (const key of atOnce) follow(key, false);
  for (const key of whole) follow(key, true);
  return [...files].sort();
}

/** @param {string} file */
function revisionOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

/** @param {import('@sveltejs/kit').Builder} builder @returns {Entry[]} */
function precacheList(builder) {
  const client = builder.getClientDirectory();
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8'));
  const routes = builder.routes.filter(({ id }) => isTellRoute(id));
  // The server's manifest of these routes names their nodes (and nodes 0 and 1, the root layout and error page).
  const nodes = [...builder.generateManifest({ relativePath: '.', routes }).matchAll(/\/nodes\/(\d+)\.js/g)];
  const keys = Object.keys(manifest);
  /** @param {string} end */
  const keyEndingWith = (end) => {
    const key = keys.find((candidate) => candidate.endsWith(end));
    if (key === undefined) throw new Error(`Vite's manifest has nothing that ends with ${end}`);
    return key;
  };
  const files = filesOf(
    manifest,
    [keyEndingWith('/client/entry.js'), keyEndingWith('/client-optimized/app.js')],
    nodes.map(([, number]) => keyEndingWith(`/client-optimized/nodes/${number}.js`)),
  );
  const shell = builder.prerendered.pages.get(SHELL);
  if (shell === undefined) throw new Error(`${SHELL} is not prerendered`);
  const shellFile = join(builder.getBuildDirectory('output'), 'prerendered/pages', shell.file);
  return [
    { url: SHELL, revision: revisionOf(shellFile) },
    ...STATIC_FILES.map((file) => ({ url: `/${file}`, revision: revisionOf(join(client, file)) })),
    // Their names carry a hash.
    ...files.map((file) => ({ url: `/${file}`, revision: null })),
  ];
}

/**
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withTellPrecache(adapter) {
  return {
    ...adapter,
    async adapt(builder) {
      const worker = join(builder.getClientDirectory(), 'service-worker.js');
      const source = readFileSync(worker, 'utf8');
      const places = source.match(MARKER)?.length ?? 0;
      if (places !== 1) throw new Error(`the service worker names its list of files ${places} times, not once`);
      const list = precacheList(builder);
      writeFileSync(
        worker,
        source.replace(MARKER, () => JSON.stringify(list)),
      );
      builder.log.minor(`The service worker keeps ${list.length} files for Tell`);
      await adapter.adapt(builder);
    },
  };
}
