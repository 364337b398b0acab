import { ESLint } from 'eslint';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The table of the README, written out a second time on purpose: the lint must agree with it, not with itself. */
const TELL = 'domain protocol device sync survey ui i18n';
const STAFF = 'domain analysis columns interchange protocol survey ui i18n';
const MAY_IMPORT: Record<string, string> = {
  domain: '',
  analysis: 'domain',
  columns: 'domain analysis',
  interchange: 'domain',
  protocol: 'domain',
  sealing: 'domain',
  device: 'domain protocol sealing',
  sync: 'domain protocol device',
  survey: 'domain i18n',
  server: 'domain analysis columns interchange protocol sealing',
  i18n: '',
  ui: 'domain analysis i18n',
  tell: TELL,
  gather: `${TELL} analysis columns`,
  explore: STAFF,
  care: STAFF,
  studio: STAFF,
  heard: STAFF,
};
const FOLDERS = Object.keys(MAY_IMPORT);

const ARCHITECTURE_RULES = /^(boundaries\/|no-restricted-)/;

/** Only the rules about imports: a planted file is not on disk, so rules that need its types cannot run on it. */
function architectureLint(cwd: string): ESLint {
  return new ESLint({
    cwd,
    overrideConfigFile: join(ROOT, 'eslint.config.js'),
    overrideConfig: [
      { languageOptions: { parserOptions: { projectService: false } } },
      {
        settings: {
          'boundaries/root-path': cwd,
          'import/resolver': { typescript: { project: join(cwd, 'tsconfig.json') } },
        },
      },
    ],
    ruleFilter: ({ ruleId }) => ARCHITECTURE_RULES.test(ruleId),
  });
}

/** The first lint loads every plugin and parser, which on a busy machine takes longer than one test may. */
const WARM_UP_MS = 60_000;
async function warmUp(lint: ESLint): Promise<void> {
  await refusals(lint, 'src/lib/tell/Planted.svelte', ['svelte']);
}

async function refusals(lint: ESLint, filePath: string, imports: string[]): Promise<string[]> {
  const lines = imports.map((specifier) => `import '${specifier}';`);
  const code = filePath.endsWith('.svelte') ? `<script lang="ts">${lines.join('\n')}</script>` : lines.join('\n');
  const results = await lint.lintText(code, { filePath });
  const messages = results.flatMap((result) => result.messages);
  expect(messages.filter((message) => message.fatal)).toEqual([]);
  return messages.map(({ ruleId, line, message }) => `${imports[line - 1] ?? ''}: ${ruleId ?? ''}: ${message}`);
}

describe('the import table, on a tree that has every folder', () => {
  let tree = '';
  let lint: ESLint;

  beforeAll(async () => {
    // Outside the repository: Vite would reload everything for a new tsconfig.json inside it.
    tree = await mkdtemp(join(tmpdir(), 'sheaf-architecture-'));
    const files = [
      ...[...FOLDERS, 'misc'].map((folder) => `src/lib/${folder}/any.ts`),
      ...['src/server.ts', 'src/cli/any.ts', 'src/routes/any.ts', 'service-worker/any.ts'],
    ];
    for (const file of files) {
      await mkdir(dirname(join(tree, file)), { recursive: true });
      await writeFile(join(tree, file), 'export {};\n');
    }
    const compilerOptions = { moduleResolution: 'bundler', module: 'esnext', paths: { '$lib/*': ['./src/lib/*'] } };
    await writeFile(join(tree, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    lint = architectureLint(tree);
    await warmUp(lint);
  }, WARM_UP_MS);
  afterAll(() => rm(tree, { recursive: true, force: true }));

  /** The folders of src/lib that a file at this path may import. */
  async function importable(path: string): Promise<string[]> {
    const refused = (
      await refusals(
        lint,
        path,
        FOLDERS.map((folder) => `$lib/${folder}/any`),
      )
    ).join('\n');
    return FOLDERS.filter((folder) => !refused.includes(`$lib/${folder}/any:`)).sort();
  }

  test.each(FOLDERS)('%s imports its own row and nothing else', async (folder) => {
    const row = [folder, ...(MAY_IMPORT[folder] ?? '').split(' ')].filter(Boolean).sort();
    expect(await importable(`src/lib/${folder}/planted.ts`)).toEqual(row);
  });

  test.each([
    ['src/cli/planted.ts', ['analysis', 'domain', 'interchange', 'server']],
    ['service-worker/planted.ts', ['device', 'domain', 'protocol', 'sync']],
    ['src/server.ts', [...FOLDERS].sort()],
    ['src/hooks.server.ts', [...FOLDERS].sort()],
    ['src/routes/api/+server.ts', [...FOLDERS].sort()],
    ['src/routes/tell/+page.server.ts', [...FOLDERS].sort()],
    ['src/routes/tell/+page.ts', FOLDERS.filter((folder) => folder !== 'server').sort()],
    ['src/routes/tell/+page.svelte', FOLDERS.filter((folder) => folder !== 'server').sort()],
    ['src/hooks.client.ts', FOLDERS.filter((folder) => folder !== 'server').sort()],
    ['src/lib/tell/Planted.svelte', ['tell', ...TELL.split(' ')].sort()],
  ])('%s imports its own row and nothing else', async (path, row) => {
    expect(await importable(path)).toEqual(row);
  });

  test.each([
    ['src/lib/domain/planted.ts', 'zod'],
    ['src/lib/analysis/planted.ts', 'd3-delaunay'],
    ['src/lib/interchange/planted.ts', 'papaparse'],
    ['src/lib/device/planted.ts', 'dexie'],
    ['src/lib/server/planted.ts', 'kysely'],
    ['src/lib/server/planted.ts', 'node:fs'],
    ['src/lib/server/store/sqlite/driver.ts', 'libsql'],
    ['src/lib/ui/Planted.svelte', 'd3-scale'],
    ['src/lib/tell/Planted.svelte', 'svelte/motion'],
    ['src/lib/tell/planted.svelte.ts', 'workbox-window'],
    ['src/cli/planted.ts', 'node:process'],
    ['src/cli/planted.ts', 'commander'],
    ['src/routes/+page.ts', '@sveltejs/kit'],
    ['src/routes/+page.ts', './$types'],
    ['src/routes/+layout.svelte', '$app/navigation'],
    ['service-worker/planted.ts', 'workbox-precaching'],
    ['service-worker/planted.ts', '$service-worker'],
  ])('%s may touch %s', async (path, specifier) => {
    expect(await refusals(lint, path, [specifier])).toEqual([]);
  });

  test.each([
    ['src/lib/domain/planted.ts', 'dexie'],
    ['src/lib/domain/planted.ts', 'node:crypto'],
    ['src/lib/domain/planted.ts', 'svelte'],
    ['src/lib/analysis/planted.ts', 'dexie'],
    ['src/lib/analysis/planted.ts', 'zod'],
    ['src/lib/interchange/planted.ts', 'node:fs'],
    ['src/lib/tell/Planted.svelte', 'dexie'],
    ['src/lib/tell/Planted.svelte', '$app/navigation'],
    ['src/lib/explore/planted.ts', '$env/dynamic/private'],
    ['src/lib/ui/planted.ts', '@sveltejs/kit'],
    ['src/lib/i18n/planted.ts', 'svelte'],
    ['src/routes/+page.ts', 'kysely'],
    ['src/routes/+page.ts', 'node:fs'],
    ['src/lib/server/planted.ts', 'commander'],
    ['service-worker/planted.ts', 'dexie'],
    ['src/lib/domain/planted.ts', '$lib/nowhere/any'],
    ['src/lib/domain/planted.ts', '../../server'],
    ['src/lib/domain/planted.ts', '../../routes/any'],
    ['src/routes/+page.server.ts', '../server'],
    ['src/routes/+page.server.ts', '$lib/misc/any'],
  ])('%s may not touch %s', async (path, specifier) => {
    expect((await refusals(lint, path, [specifier])).join()).toMatch(/boundaries\//);
  });

  test.each(['src/lib/misc/planted.ts', 'src/lib/planted.ts', 'src/planted.ts', 'src/lib/misc/Planted.svelte'])(
    '%s stands where no folder is known, and is refused',
    async (path) => {
      expect((await refusals(lint, path, ['svelte'])).join()).toContain('boundaries/no-unknown-files');
    },
  );

  test.each(['src/lib/server/store/postgres.ts', 'src/cli/planted.ts', 'tests/unit/planted.ts', 'scripts/planted.mjs'])(
    'libsql is refused in %s, imported either way',
    async (path) => {
      expect((await refusals(lint, path, ['libsql'])).join()).toContain('no-restricted-imports');
      expect((await refusals(lint, path, ['libsql/promise'])).join()).toContain('no-restricted-imports');
      const [result] = await lint.lintText(`await import('libsql');`, { filePath: path });
      expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-syntax');
    },
  );
});

describe('the import table, on the real tree', () => {
  const lint = architectureLint(ROOT);
  beforeAll(() => warmUp(lint), WARM_UP_MS);

  test('the alias leads to the real folders: what is allowed passes, what is not is named by its folder', async () => {
    const file = (await readdir(join(ROOT, 'src/lib/server'), { recursive: true })).find((name) =>
      name.endsWith('.ts'),
    );
    const specifier = `$lib/server/${file?.replace(/\.ts$/, '') ?? ''}`;
    expect(await refusals(lint, join(ROOT, 'src/cli/planted.ts'), [specifier])).toEqual([]);
    for (const path of ['src/lib/domain/planted.ts', 'src/lib/tell/Planted.svelte', 'src/routes/+page.svelte']) {
      const refused = await refusals(lint, join(ROOT, path), [specifier]);
      expect(refused.join()).toMatch(/boundaries\/dependencies.*server/);
    }
  });
});
