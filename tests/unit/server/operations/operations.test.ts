import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { performOperation } from '$lib/server/admin/operation';
import { OPERATIONS } from '$lib/server/operations/all';
import { FRAMEWORK } from '../../../fixtures/programmes';
import { aMember, installation, type Installation } from '../../../fixtures/staff';

const FOLDER = 'tests/fixtures/sensemaker';
const definition = readFileSync(`${FOLDER}/sectioned.definition.json`, 'utf8');
const captures = readFileSync(`${FOLDER}/captures.csv`, 'utf8');

let server: Installation;
let out: string;
beforeEach(() => {
  server = installation();
  out = mkdtempSync(join(tmpdir(), 'sheaf-export-'));
});
afterEach(async () => {
  await server.close();
  rmSync(out, { recursive: true, force: true });
});

async function run(name: string, input: unknown): Promise<Record<string, unknown>> {
  const performed = await performOperation(OPERATIONS, server.services, name, input);
  if (performed.kind !== 'done') throw new Error(`${performed.kind}: ${performed.message}`);
  return performed.result as Record<string, unknown>; // every operation answers with an object
}
const importing = (changes: object = {}) =>
  run('import-sensemaker', { definition, captures, programme: 'allotment', sharing: null, ...changes });

describe('importing captures', () => {
  test('makes a programme of its own that holds every story until it is read', async () => {
    expect(await importing()).toMatchObject({ kind: 'imported', stored: 4, already: 0 });
    const programme = await server.services.store.programme('allotment');
    expect(programme).toMatchObject({ origin: 'imported', state: 'closed', policies: { hold: 'all' } });
    const stories = await server.services.store.storiesOf('allotment', -1, 10);
    expect(stories.map(({ reading }) => reading)).toEqual(['unread', 'unread', 'unread', 'unread']);
    expect(stories[0]?.receivedAt.toISOString()).toBe('2025-11-01T10:00:00.000Z');
    const collectors = await server.services.store.collectorsOf('allotment');
    expect(collectors.map(({ revoked }) => revoked)).toEqual([true]);
  });

  test('twice adds nothing', async () => {
    await importing();
    expect(await importing()).toMatchObject({ stored: 0, already: 4 });
    expect(await server.services.store.countStories('allotment')).toBe(4);
  });

  test('again with more captures adds the new ones only', async () => {
    const lines = captures.split('\r\n');
    await importing({ captures: lines.filter((line) => !line.startsWith('"c4"')).join('\r\n') });
    expect(await importing()).toMatchObject({ stored: 1, already: 3 });
  });

  test('with a fault in the last record leaves nothing behind', async () => {
    const answer = await importing({ captures: captures.replace(/"c4",[^,]*/, '"c4","other"') });
    expect(answer).toMatchObject({
      kind: 'refused',
      details: ["row 5, column project_id: other is another framework than the definition's"],
    });
    expect(await server.services.store.programmes()).toEqual([]);
    expect(
      await server.services.store.framework({ id: 'sensemaker.11111111-1111-4111-8111-111111111111', version: 3 }),
    ).toBeNull();
  });

  test.each([
    ['no JSON', { definition: '{' }, 'not JSON'],
    ['a definition without signifiers', { definition: '{"id":"a","name":"b"}' }, 'definition cannot be read'],
  ])('refuses %s', async (_name, changes, message) => {
    expect((await importing(changes))['message']).toContain(message);
  });

  test('refuses a programme that holds other stories, and other sharing for the same captures', async () => {
    await server.services.store.publishFramework(FRAMEWORK);
    await server.services.store.createProgramme(SHEFFIELD_TRIAL);
    expect((await importing({ programme: SHEFFIELD_TRIAL.slug }))['message']).toContain('choose another');
    await importing();
    expect((await importing({ sharing: 'read' }))['message']).toContain('4 of these captures');
  });
});

describe('a demonstration', () => {
  const made = (changes: object = {}) => run('demo', { stories: 300, seed: '7', ...changes });

  test('fills a programme that says it is synthetic, with some stories still unread', async () => {
    expect(await made()).toMatchObject({ kind: 'demonstrated', programme: 'synthetic-300-7', stored: 300 });
    const programme = await server.services.store.programme('synthetic-300-7');
    expect(programme).toMatchObject({ origin: 'synthetic', state: 'trial' });
    expect(programme?.name).toMatch(/^Synthetic/);
    expect(programme?.notes).toContain('at the right time');
    const waiting = await server.services.store.queue('synthetic-300-7');
    expect(waiting.length).toBeGreaterThan(3);
    expect(waiting.length).toBeLessThan(60);
    const collectors = await server.services.store.collectorsOf('synthetic-300-7');
    expect(collectors.every(({ revoked }) => revoked)).toBe(true);
  });

  test('made twice adds nothing', async () => {
    await made();
    expect(await made()).toMatchObject({ stored: 0, already: 300 });
  });

  test('never goes into a programme of other stories', async () => {
    await server.services.store.publishFramework(FRAMEWORK);
    await server.services.store.createProgramme(SHEFFIELD_TRIAL);
    expect((await made({ programme: SHEFFIELD_TRIAL.slug }))['message']).toContain('choose another');
  });

  test.each([{ stories: 0, seed: '1' }, { stories: 10, seed: 'A b' }, { seed: '1' }])('refuses %j', async (input) => {
    expect((await performOperation(OPERATIONS, server.services, 'demo', input)).kind).toBe('not_valid');
  });
});

describe('an export', () => {
  const read = (file: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(out, file), 'utf8'), { header: true, skipEmptyLines: true })
      .data;

  test('holds one row per story and words only where cleared and shared', async () => {
    await importing({ sharing: 'read' });
    const [first] = await server.services.store.storiesOf('allotment', -1, 1);
    await server.services.store.recordReading('allotment', first?.story.id ?? '', {
      outcome: 'clear',
      reader: 'r',
      at: new Date(),
      note: null,
    });
    expect(await run('export-csv', { programme: 'allotment', folder: out })).toMatchObject({ stories: 4, readable: 1 });
    const rows = read('allotment-stories.csv');
    expect(rows.map((row) => row['text'])).toEqual(['The beans came up\nall at once.', '', '', '']);
    expect(rows.map((row) => row['effort.state'])).toEqual(['answered', 'answered', 'answered', 'not_applicable']);
    expect(rows.map((row) => row['effort.method'])).toEqual(['import', 'import', 'import', '']);
    expect(rows.map((row) => row['month'])).toEqual(['2025-11', '2025-11', '2025-12', '2025-12']);
    expect(read('allotment-columns.csv').length).toBeGreaterThan(20);
    expect((await server.services.store.auditOf('allotment', 1))[0]?.action).toBe('export.csv');
  });

  test.each([
    ['an unknown programme', { programme: 'nowhere' }, 'no programme nowhere'],
    ['a folder that is a file', { folder: `${process.cwd()}/package.json` }, 'cannot be written'],
  ])('refuses %s', async (_name, changes, message) => {
    await importing();
    const answer = await run('export-csv', { programme: 'allotment', folder: out, ...changes });
    expect(answer['message']).toContain(message);
  });
});

describe('an export of released tables', () => {
  const made = async () => {
    await run('demo', { stories: 1500, seed: '7' });
    server.pass(Date.UTC(2026, 10, 5) - Date.now());
  };

  test('holds guarded figures only, and beside them what must be read with them', async () => {
    await made();
    const answer = await run('export-tables', { programme: 'synthetic-1500-7', folder: out });
    const rows = Papa.parse<Record<string, string>>(readFileSync(join(out, 'synthetic-1500-7-tables.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const figures = rows.map((row) => row['stories'] ?? '');
    expect(new Set(figures.filter((figure) => !/^\d*[05]$/.test(figure)))).toEqual(
      new Set(['fewer than 10 or kept back']),
    );
    expect(figures.filter((figure) => Number(figure) < 10)).toEqual([]);
    expect(rows.some((row) => row['place'] === 'north')).toBe(true);
    const notes = readFileSync(join(out, 'synthetic-1500-7-tables-notes.csv'), 'utf8');
    expect(notes).toContain('not a survey of everyone');
    expect(notes).toContain('to the nearest 5');
    expect(answer['kind']).toBe('tables_exported');
    expect((await server.services.store.auditOf('synthetic-1500-7', 1))[0]?.action).toBe('export.tables');
  }, 60_000);

  test('says that nothing is released where too few stories came', async () => {
    await importing();
    const answer = await run('export-tables', { programme: 'allotment', folder: out });
    expect(answer['message']).toContain('Nothing is released of allotment yet');
  });
});

describe('staff', () => {
  beforeEach(async () => {
    await server.services.store.publishFramework(FRAMEWORK);
    await server.services.store.createProgramme(SHEFFIELD_TRIAL);
  });
  const programme = SHEFFIELD_TRIAL.slug;

  test('get links, roles, and stand in the list', async () => {
    expect((await run('user', { action: 'first-steward' }))['link']).toMatch(/\/first-steward#.{43}$/);
    await aMember(server.access, 'somebody@example.org', programme, ['steward']);
    expect((await run('user', { action: 'first-steward' }))['message']).toContain('steward already');
    expect((await run('user', { action: 'invite', programme, roles: ['analyst'] }))['link']).toMatch(/\/invite#.{43}$/);
    await run('user', { action: 'grant', programme, email: 'somebody@example.org', roles: ['analyst'] });
    expect((await run('user', { action: 'list', programme }))['people']).toEqual([
      { name: 'A member of staff', email: 'somebody@example.org', roles: ['analyst', 'steward'] },
    ]);
  });

  test('are not found where nobody is', async () => {
    const unknown = { action: 'grant', programme, email: 'nobody@example.org', roles: ['reader'] };
    expect((await run('user', unknown))['message']).toContain('Nobody signs in');
    expect((await run('user', { action: 'list', programme: 'nowhere' }))['message']).toContain('no programme');
  });
});
