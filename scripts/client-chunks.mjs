// Which modules of the client travel together. Rolldown alone makes a chunk of every set of modules that the same pages
// share: on the first screen of Tell that is many small files, and gzip cannot use in one what it has seen in another.
// No page is made to load what only another one needs: what surfaces share is apart from what is Tell's own.

const RUNTIME =
  /node_modules\/(?:svelte|esm-env|clsx|devalue|@sveltejs\/kit)\/(?!.*\/client\/entry\.js|.*\/bindings\/(?:input|select|size)\.js)|vite\/preload-helper/;
/** With what it runs in, for every page loads both: a file more costs a slow phone more than its bytes. */
const EVERY_SURFACE = [
  'ui/(?:controls/(?:Button|Sheet)|frame/Leaf|icons|mark|symbols/Symbol|theme/base)',
  'i18n/catalogue',
  'i18n/(?:en/fault|spoken)',
  'protocol/routes',
  'domain/programme/collector-code',
  'routes/\\+(?:error|layout\\.svelte)',
];
const FIRST_OF_TELL = [
  'tell/(?:asked-last|context|contacts|device-language|first-look|notices|own-reading|people|telephone|trouble|words)\\.ts',
  'tell/tell\\.svelte\\.ts',
  'tell/(?:EndedScreen|Heading|HelpList|HelpSheet|StartScreen|TellFrame|TellPage|TroubleScreen)\\.svelte',
  'tell/reading/(?:context\\.ts|reading\\.svelte\\.ts|ReadingRow\\.svelte)',
  'ui/reading/Lines',
  'i18n/en/(?:tell|reading-help)\\.ts',
  'sync/telling-lock',
  'ui/progress',
  'routes/t/\\[code\\]/\\+layout',
];
/** What Tell needs once its first screen can be used and before a story is begun: what the device keeps. */
const ROOM_OF_TELL = [
  'device/(?:collectors|database|draft-count|kept|link-rows|open-device-lightly|open-with|outbox-count|persistence|receipt-words|row-reading|taken-back)\\.ts',
  'domain/(?:framework/edition|story/receipt)\\.ts',
  'protocol/(?:exchange|problem|client/(?:call-api|fetch-edition|gzip|retry-after))\\.ts',
  'tell/(?:questions|register-worker|room)\\.ts',
];
/** What the sync loop, the receipt page and My stories share: how the server is asked about receipts. */
const ABOUT_RECEIPTS = ['protocol/(?:client/)?receipts\\.ts', 'sync/tell-withdrawals\\.ts'];
/** The schema library and the schemas that more than one surface parses with. */
const RECORDS = [
  'domain/(?:audience|identifiers)',
  'domain/framework/(?:age-band|framework-ref|shape|step-set)',
  'domain/programme/(?:area-scheme|collector|public-programme|recording)\\.ts',
  'domain/story/sealed\\.ts',
  'ui/trusted',
];

/** What stands at the head of the front door and of almost every page of staff. */
const HEAD = ['ui/(?:frame/(?:ProgrammePill|SignOut|StaffFrame)|theme/LookChooser)'];
/**
 * Small pages that are opened one after the other: a script and a style sheet for each would stand by name in the list of
 * routes, which every page loads, Tell's too.
 */
const ACCESS = ['ui/(?:access/|controls/TextField)'];
const STUDIO = ['studio/', 'i18n/en/(?:languages|links|poster|studio|telling-rules|voices)'];

/** @param {string[]} ours paths under src/lib @param {string[]} packages */
const holding = (ours, packages = []) =>
  new RegExp([`src/(?:lib/)?(?:${ours.join('|')})`, ...packages.map((name) => `node_modules/${name}/`)].join('|'));

const group = { includeDependenciesRecursively: false };

export const CLIENT_CHUNKS = [
  { ...group, name: 'surface', test: new RegExp(`${RUNTIME.source}|${holding(EVERY_SURFACE).source}`) },
  { ...group, name: 'tell-first', test: holding(FIRST_OF_TELL) },
  { ...group, name: 'records', test: holding(RECORDS, ['zod']) },
  { ...group, name: 'tell-room', test: holding(ROOM_OF_TELL, ['dexie']) },
  { ...group, name: 'about-receipts', test: holding(ABOUT_RECEIPTS) },
  { ...group, name: 'head', test: holding(HEAD) },
  { ...group, name: 'access', test: holding(ACCESS) },
  { ...group, name: 'studio', test: holding(STUDIO) },
];

const OWN = /\/src\/(?:lib|routes)\//;
/** Other languages than English are Tell's alone. */
const OF_TELL = /\/src\/(?:lib\/(?:tell|device|sync|i18n\/(?!en\/)[\w-]+)|routes\/(?:t|r|mine|offline-shell))\//;

/** Whether a chunk needs `other` at its start, at once or through what it needs. @param {Record<string, { type: string, imports?: string[] }>} bundle @param {string} file @param {string} other @param {Set<string>} seen @returns {boolean} */
function waits(bundle, file, other, seen = new Set()) {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || seen.has(file)) return false;
  seen.add(file);
  return (chunk.imports ?? []).some((next) => next === other || waits(bundle, next, other, seen));
}

/**
 * Refuses a build in which another surface waits for Tell's parts (what both use belongs to a group that both load), or in
 * which the records wait for a chunk that waits for them.
 * @returns {import('vite').Plugin}
 */
export function tellChunksStayInTell() {
  return {
    name: 'sheaf-tell-chunks-stay-in-tell',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        // A schema that starts before the library that makes it: what the records need is in their group.
        const before =
          chunk.name === 'records' ? chunk.imports.find((file) => waits(bundle, file, chunk.fileName)) : null;
        if (before) this.error(`the records wait for ${before}, which waits for them: see scripts/client-chunks.mjs`);
        const own = chunk.moduleIds.filter((id) => OWN.test(id));
        if (own.length === 0 || own.some((id) => OF_TELL.test(id))) continue;
        const tells = chunk.imports.find(
          (file) => 'name' in (bundle[file] ?? {}) && bundle[file]?.name?.startsWith('tell-'),
        );
        if (tells === undefined) continue;
        this.error(
          `${own[0]} and ${own.length - 1} others need ${tells}, a chunk of Tell: see scripts/client-chunks.mjs`,
        );
      }
    },
  };
}
