// Who may import whom: the table of the README as lint rules. A folder that needs more than its row is usually in the
// wrong place: move the code first. If the row is wrong, change it here, in the README and in a decision record together.

/** @typedef {{ folders: string[], npm: string[], node?: boolean }} Row */

const D3 = ['d3-array', 'd3-scale', 'd3-shape', 'd3-delaunay'];
const TELL = ['domain', 'protocol', 'device', 'sync', 'survey', 'ui', 'i18n'];
const STAFF = ['domain', 'analysis', 'columns', 'interchange', 'protocol', 'survey', 'ui', 'i18n'];

/**
 * Each folder of src/lib: the other folders it may import, the packages it may touch (a name is added when the package
 * is adopted; zod wherever an edge parses) and whether it may use Node's own modules.
 * @type {Record<string, Row>}
 */
const LIB = {
  domain: { folders: [], npm: ['zod'] },
  analysis: { folders: ['domain'], npm: ['d3-array', 'd3-delaunay'] },
  columns: { folders: ['domain', 'analysis'], npm: ['zod'] },
  interchange: { folders: ['domain'], npm: ['papaparse', 'zod'] },
  protocol: { folders: ['domain'], npm: ['zod'] },
  sealing: { folders: ['domain'], npm: ['@hpke/core', 'zod'] },
  device: { folders: ['domain', 'protocol', 'sealing'], npm: ['dexie', 'zod'] },
  sync: { folders: ['domain', 'protocol', 'device'], npm: ['tus-js-client', 'zod'] },
  survey: { folders: ['domain', 'i18n'], npm: ['svelte'] },
  server: {
    folders: ['domain', 'analysis', 'columns', 'interchange', 'protocol', 'sealing'],
    npm: [
      'age-encryption',
      'libsql',
      'kysely',
      'pg',
      'better-auth',
      '@better-auth/*',
      '@node-rs/argon2',
      '@tus/*',
      'exifreader',
      'file-type',
      'sharp',
      'tar-stream',
      'pino',
      'selfsigned',
      'zod',
    ],
    node: true,
  },
  i18n: { folders: [], npm: [] },
  ui: { folders: ['domain', 'analysis', 'i18n'], npm: ['svelte', ...D3, 'uqr', '@fontsource/*'] },
  tell: { folders: TELL, npm: ['svelte', 'workbox-window', 'perfect-freehand'] },
  gather: { folders: [...TELL, 'analysis', 'columns'], npm: ['svelte'] },
  explore: { folders: STAFF, npm: ['svelte'] },
  care: { folders: STAFF, npm: ['svelte'] },
  studio: { folders: STAFF, npm: ['svelte'] },
  heard: { folders: STAFF, npm: ['svelte'] },
};

const FOLDERS = Object.keys(LIB);
const BROWSER_FOLDERS = FOLDERS.filter((folder) => folder !== 'server');
// './$types', flagged below as a package, is the package '.'.
const KIT = ['@sveltejs/kit', '$app', '$env', '.', 'svelte', '@fontsource/*'];

/** @param {string | string[]} type */
const element = (type) => ({ element: { type } });
/** @param {string} category */
const file = (category) => ({ file: { categories: category } });
/** @param {string[]} source */
const npm = (source) => ({ to: { module: { origin: 'external', source } } });
const nodeModules = { to: { module: { origin: 'core' } } };

/** @param {object} from @param {Row} row */
function policies(from, { folders, npm: packages, node }) {
  return [
    ...(folders.length > 0 ? [{ from, allow: { to: element(folders) } }] : []),
    ...(packages.length > 0 ? [{ from, allow: npm(packages) }] : []),
    ...(node ? [{ from, allow: nodeModules }] : []),
  ];
}

export const settings = {
  'boundaries/elements': [
    ...FOLDERS.map((folder) => ({ type: folder, pattern: `src/lib/${folder}`, partialMatch: false })),
    { type: 'cli', pattern: 'src/cli', partialMatch: false },
    { type: 'routes', pattern: 'src/routes', partialMatch: false },
    { type: 'service-worker', pattern: 'service-worker', partialMatch: false },
  ],
  'boundaries/files': [
    { category: 'server-entry', pattern: ['src/server.ts', 'src/hooks.server.ts'] },
    { category: 'browser-entry', pattern: ['src/hooks.client.ts', 'src/hooks.ts'] },
    { category: 'ambient-types', pattern: 'src/{app,handler}.d.ts' },
    { category: 'server-route', pattern: ['src/routes/**/*.server.ts', 'src/routes/**/+server.ts'] },
  ],
  // Kit's virtual modules have no file: they count as packages and need a row like any other.
  'boundaries/flag-as-external': {
    inNodeModules: true,
    unresolvableAlias: true,
    customSourcePatterns: ['$app/**', '$env/**', '$service-worker', './$types', './$types.js'],
  },
  // Both forms of the alias, and .svelte files, resolve through the real tsconfig: an import that cannot be resolved
  // counts as a package and is refused.
  'import/resolver': { typescript: { alwaysTryTypes: true } },
};

export const rules = {
  'boundaries/no-unknown-files': 'error',
  'boundaries/no-unknown-dependencies': 'error',
  'boundaries/dependencies': [
    'error',
    {
      default: 'disallow',
      checkAllOrigins: true,
      policies: [
        ...FOLDERS.flatMap((folder) =>
          policies(element(folder), { ...LIB[folder], folders: [folder, ...LIB[folder].folders] }),
        ),
        ...policies(element('cli'), {
          folders: ['cli', 'server', 'interchange', 'domain', 'analysis'],
          npm: ['commander', 'zod'],
          node: true,
        }),
        ...policies(element('service-worker'), {
          folders: ['service-worker', 'domain', 'protocol', 'device', 'sync'],
          npm: ['workbox-*', '$service-worker', '$app'],
        }),
        ...policies(element('routes'), { folders: ['routes', ...BROWSER_FOLDERS], npm: KIT }),
        ...policies(file('server-route'), { folders: ['server'], npm: ['zod'] }),
        ...policies(file('browser-entry'), { folders: BROWSER_FOLDERS, npm: KIT }),
        ...policies(file('server-entry'), { folders: FOLDERS, npm: [...KIT, 'pino', 'zod'], node: true }),
        { from: file('server-entry'), allow: { to: file('ambient-types') } },
        { from: file('ambient-types'), allow: { to: element(FOLDERS) } },
        { from: file('ambient-types'), allow: npm(KIT) },
        { from: file('ambient-types'), allow: nodeModules },
      ],
    },
  ],
};
