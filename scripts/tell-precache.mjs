// Which files the service worker keeps, decided when the build knows it. Kit lists every file of the build and does not
// say which route needs which; here the import graph of Vite's manifest is followed from Tell's routes only, lazy imports
// included, and the list is written into the built worker in place of a marker (the way workbox-build's injectManifest
// works). It happens between Kit and adapter-node, which compresses and copies the result.
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARKER = /self\.__SHEAF_PRECACHE\b/g;
const LANGUAGES_MARKER = /self\.__SHEAF_LANGUAGES\b/g;
/** What a device that speaks another language keeps beside Tell itself, at most. */
const LANGUAGE_LIMIT_KB = 1500;
const SHELL = '/offline-shell';
/** From static/: what Tell shows. Icons of the installed app are the browser's business. */
const STATIC_FILES = ['symbols.svg', 'pictures.svg', 'theme.js', 'favicon.svg', 'words/receipt-en.txt'];
/** Faces that somebody may choose: fetched then, and kept by the worker's own route (service-worker/faces.ts). */
const CHOSEN_FACES = /\/(?:lexend|opendyslexic)-[^/]*\.woff2$/;

/** Faces with letters that only some languages have: they are kept with those, not with Tell. */
const FACES = [
  { file: /noto-sans-arabic/, locales: ['ar', 'ur'] },
  { file: /atkinson-hyperlegible-latin-ext/, locales: ['sk'] },
];
/** The words of one language: src/lib/i18n/<locale>/words.ts */
const WORDS = /src\/lib\/i18n\/([\w-]+)\/words\.ts$/;

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
 * @param {(key: string) => boolean} apart kept on their own: not followed when they are imported lazily
 */
export function filesOf(manifest, atOnce, whole, apart = () => false) {
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
    if (lazy) for (const next of chunk.dynamicImports ?? []) if (!apart(next)) follow(next, true);
  };
  for (const key of atOnce) follow(key, false);
  for (const key of whole) follow(key, true);
  return [...files].sort();
}

/**
 * What each language needs beside the files that are kept anyway.
 * @param {Record<string, Chunk>} manifest Vite's @param {readonly string[]} kept @param {readonly string[]} faces
 * @returns {Record<string, string[]>}
 */
export function languageFiles(manifest, kept, faces) {
  const here = new Set(kept);
  return Object.fromEntries(
    Object.keys(manifest).flatMap((key) => {
      const locale = WORDS.exec(key)?.[1];
      if (locale === undefined) return [];
      // Styles that every page has name all the faces; a language needs only its own of them.
      const own = filesOf(manifest, [key], []).filter((file) => !here.has(file) && facesOf(file).length === 0);
      return [[locale, [...own, ...faces.filter((file) => facesOf(file).includes(locale))]]];
    }),
  );
}

/** @param {string} file @returns {readonly string[]} the locales that need this face; none where everybody does */
function facesOf(file) {
  return FACES.find((face) => face.file.test(file))?.locales ?? [];
}

/** What Kit names in a head: a part of the program, or its style. */
const NAMED = /\s*<link href="([^"]+\.(?:js|css))" rel="(?:modulepreload|stylesheet)">/g;

/**
 * The shell, with what the first screen of a link needs named in it, and nothing else: all of it is asked for at once, not
 * one part when the one before has said what it needs, and nothing of the shell's own page, which is seldom shown. Styles
 * that are there already hold up no part of the program.
 * @param {string} html @param {readonly string[]} files addresses of scripts and styles
 */
export function naming(html, files) {
  const kept = html.replace(NAMED, (link, /** @type {string} */ file) => (files.includes(file) ? link : ''));
  const end = kept.indexOf('</head>');
  if (end === -1) throw new Error('the shell has no head');
  const links = files
    .filter((file) => !kept.includes(`href="${file}"`))
    .map((file) => `<link href="${file}" rel="${file.endsWith('.css') ? 'stylesheet' : 'modulepreload'}">`);
  // Before the script of the looks, where there is one: it is waited for.
  const script = kept.lastIndexOf('<script', end);
  const place = script === -1 ? end : script;
  return kept.slice(0, place) + links.join('') + kept.slice(place);
}

/** @param {string} file */
function revisionOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

/** @param {import('@sveltejs/kit').Builder} builder @returns {{ list: Entry[], languages: Record<string, string[]> }} */
function precacheList(builder) {
  const client = builder.getClientDirectory();
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8'));
  const routes = builder.routes.filter(({ id }) => isTellRoute(id));
  const keys = Object.keys(manifest);
  /** @param {string} end */
  const keyEndingWith = (end) => {
    const key = keys.find((candidate) => candidate.endsWith(end));
    if (key === undefined) throw new Error(`Vite's manifest has nothing that ends with ${end}`);
    return key;
  };
  /** The server's manifest of routes names their nodes (and nodes 0 and 1, the root layout and error page). @param {typeof routes} some */
  const nodesOf = (some) =>
    [...builder.generateManifest({ relativePath: '.', routes: some }).matchAll(/\/nodes\/(\d+)\.js/g)].map(
      ([, number]) => keyEndingWith(`/client-optimized/nodes/${number}.js`),
    );
  const entries = [keyEndingWith('/client/entry.js'), keyEndingWith('/client-optimized/app.js')];
  const files = filesOf(manifest, entries, nodesOf(routes), (key) => WORDS.test(key));
  const kept = files.filter((file) => facesOf(file).length === 0);
  const languages = languageFiles(
    manifest,
    kept,
    files.filter((file) => facesOf(file).length > 0),
  );
  const shell = builder.prerendered.pages.get(SHELL);
  if (shell === undefined) throw new Error(`${SHELL} is not prerendered`);
  const shellFile = join(builder.getBuildDirectory('output'), 'prerendered/pages', shell.file);
  const link = nodesOf(builder.routes.filter(({ id }) => id.startsWith('/t/') && id.endsWith('/[[step]]')));
  const first = filesOf(manifest, [...entries, ...link], []).filter((file) => /\.(?:js|css)$/.test(file));
  writeFileSync(
    shellFile,
    naming(
      readFileSync(shellFile, 'utf8'),
      first.map((file) => `/${file}`),
    ),
  );
  const list = [
    { url: SHELL, revision: revisionOf(shellFile) },
    ...STATIC_FILES.map((file) => ({ url: `/${file}`, revision: revisionOf(join(client, file)) })),
    // Their names carry a hash.
    ...kept.filter((file) => !CHOSEN_FACES.test(file)).map((file) => ({ url: `/${file}`, revision: null })),
  ];
  return { list, languages };
}

/** Prints what each language weighs, and refuses a build in which one weighs too much. @param {import('@sveltejs/kit').Builder} builder @param {Record<string, string[]>} languages */
function weigh(builder, languages) {
  for (const [locale, files] of Object.entries(languages)) {
    const bytes = files.map((file) => statSync(join(builder.getClientDirectory(), file)).size);
    const kb = Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1000);
    builder.log.success(`A device that speaks ${locale} keeps ${kb} kB more in ${files.length} files`);
    if (kb > LANGUAGE_LIMIT_KB) throw new Error(`${locale} needs ${kb} kB; a language may need ${LANGUAGE_LIMIT_KB}`);
  }
}

/** @param {string} source @param {RegExp} marker @param {unknown} value */
function written(source, marker, value) {
  const places = source.match(marker)?.length ?? 0;
  if (places !== 1) throw new Error(`the service worker names ${marker} ${places} times, not once`);
  return source.replace(marker, () => JSON.stringify(value));
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
      const { list, languages } = precacheList(builder);
      const withList = written(readFileSync(worker, 'utf8'), MARKER, list);
      /** @type {Record<string, string[]>} */
      const addresses = Object.fromEntries(
        Object.entries(languages).map(([locale, files]) => [locale, files.map((file) => `/${file}`)]),
      );
      writeFileSync(worker, written(withList, LANGUAGES_MARKER, addresses));
      weigh(builder, languages);
      builder.log.minor(`The service worker keeps ${list.length} files for Tell`);
      await adapter.adapt(builder);
    },
  };
}
