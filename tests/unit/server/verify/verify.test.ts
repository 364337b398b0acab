import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '$lib/server/verify/verify';
import { recordingPath } from '$lib/server/recordings/folder';
import type { Services } from '$lib/server/services';
import { ENGINES, newInstallation, removeFolders } from '../../../fixtures/engines';
import { PROGRAMME, RECORDED, aFile, receiptNumber, sha256Of } from '../../../fixtures/installation';
import { idNumber } from '../../../fixtures/stories';

afterAll(removeFolders);

describe.each(ENGINES)('verifying an installation on %s', (engine) => {
  let services: Services;
  beforeEach(async () => {
    services = await newInstallation(engine, 4);
    // What the fixture takes back goes to the journal in life.
    await services.journal.append({ programme: PROGRAMME, receipt: receiptNumber(4), at: services.now() });
  }, 60_000);
  afterEach(() => services.store.close());

  const run = async (statement: string) => {
    const { db, type } = services.accounts;
    if (type === 'sqlite') await sql`PRAGMA foreign_keys = OFF`.execute(db);
    await sql.raw(statement).execute(db);
  };
  /** Without the triggers that keep its rows as they are. */
  const unguarded = async (table: string) => {
    const { db, type } = services.accounts;
    if (type === 'postgres') return run(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    const triggers = sql<{
      name: string;
    }>`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ${table}`;
    for (const { name } of (await triggers.execute(db)).rows) await run(`DROP TRIGGER ${name}`);
  };
  const inFolder = (...names: string[]) => join(services.settings.data, ...names);
  const file = aFile(1).ref.sha256;

  it('finds nothing where all is well', async () => {
    expect(await verify(services)).toEqual({ kind: 'verified', findings: [], stories: 3, files: 1 });
  });

  it('finds words that changed, stories and files without key, those taken back, files and journal that are spoilt', async () => {
    await run(`UPDATE stories SET body = replace(body, 'Words', 'Other') WHERE id = '${idNumber(2)}'`);
    await run(`UPDATE stories SET content_key = NULL WHERE id = '${idNumber(3)}'`);
    await run(`UPDATE media SET content_key = NULL`);
    await run(
      `INSERT INTO withdrawals VALUES ('${PROGRAMME}', '${receiptNumber(2)}', NULL, '2026-11-23T08:00:00.000Z')`,
    );
    writeFileSync(inFolder('media', file.slice(0, 2), file), 'x'.repeat(aFile(1).ref.bytes));
    writeFileSync(recordingPath(services.settings.data, sha256Of(RECORDED)), 'x');
    writeFileSync(inFolder('recordings', 'stray'), 'x');
    await services.journal.append({ programme: PROGRAMME, receipt: receiptNumber(99), at: services.now() });
    appendFileSync(inFolder('journal', 'withdrawals.ndjson'), '\n{"programme":');
    expect((await verify(services)).findings).toEqual([
      `story ${idNumber(2)} of ${PROGRAMME}: its words differ from its hash`,
      `story ${idNumber(3)} of ${PROGRAMME}: it has no key, so that no backup can hold it`,
      `story ${idNumber(2)} of ${PROGRAMME}: it was taken back and is still there`,
      `file ${file} of ${PROGRAMME}: its bytes differ from its name`,
      `file ${file} of ${PROGRAMME}: it has no key, so that no backup can hold it`,
      `recording ${sha256Of(RECORDED)} of ${PROGRAMME}: its bytes differ from its name`,
      'recording stray: it lies there and no text needs it',
      'journal: 1 line cannot be read (a power cut leaves one at most)',
      'journal: the database does not know line 2',
    ]);
  });

  it('finds rows of every kind that are not what was stored, also where they can still be read, and names no code', async () => {
    const spoilt = [
      `INSERT INTO meta VALUES ('calendar', '{"today":')`,
      `UPDATE frameworks SET body = replace(body, 'bus', 'bux')`,
      `UPDATE programmes SET body = replace(body, '"slug":"sheffield-send"', '"slug":"sheffield-senf"')`,
      `UPDATE collectors SET body = replace(body, '{', '[')`,
      `UPDATE members SET role = 'steware' WHERE role = 'steward'`,
      `UPDATE invitations SET roles = '["reader"'`,
      `UPDATE regions SET body = replace(body, '"wish":"more"', '"wish":"mose"')`,
      `UPDATE pattern_names SET body = '{}'`,
      `UPDATE releases SET body = '{"rows":1}'`,
      `UPDATE readings SET at = '2026-11-2sT08:00:00.000Z'`,
      `UPDATE restricted_copies SET body = '' `,
      `UPDATE help_requests SET sealed = 'x'`,
      `UPDATE help_calls SET sealed = replace(sealed, '"enc"', '"emc"')`,
      `UPDATE media SET received_at = 'x'`,
      `UPDATE recordings SET audience = 'familx'`,
      `UPDATE stories SET received_at = 'x' WHERE id = '${idNumber(3)}'`,
    ];
    for (const table of ['regions', 'pattern_names', 'releases']) await unguarded(table);
    for (const statement of spoilt) await run(statement);
    const { findings } = await verify(services);
    const tables = spoilt.map((statement) => /^(?:INSERT INTO|UPDATE) (\w+)/.exec(statement)?.[1] ?? '');
    for (const table of tables.filter((name) => name !== 'stories')) {
      const named = new RegExp(`^${table} .*: this is not what was stored$`);
      expect(findings).toContainEqual(expect.stringMatching(named));
    }
    expect(findings).toContain(
      `story ${idNumber(3)} of ${PROGRAMME}: its dates, sharing or reading are not what was stored`,
    );
    expect(findings.join()).not.toContain('K7M2QP');
  });

  it.each<[string, () => void]>([
    ['its bytes differ from its name', () => appendFileSync(inFolder('media', file.slice(0, 2), file), 'more')],
    ['it is missing', () => rmSync(inFolder('media', file.slice(0, 2), file))],
  ])('finds a file of which %s', async (finding, spoil) => {
    spoil();
    expect((await verify(services)).findings).toEqual([`file ${file} of ${PROGRAMME}: ${finding}`]);
  });

  it('finds an audit entry that was changed, and rows without their story', async () => {
    if (engine === 'sqlite') await run('DROP TRIGGER audit_never_changed');
    else await run('ALTER TABLE audit DISABLE TRIGGER ALL');
    await run("UPDATE audit SET actor = 'nobody' WHERE seq = 1");
    if (engine === 'postgres')
      await run('ALTER TABLE readings DISABLE TRIGGER ALL; ALTER TABLE stories DISABLE TRIGGER ALL');
    await run(`DELETE FROM stories WHERE id = '${idNumber(2)}'`);
    expect((await verify(services)).findings).toEqual([
      `readings: a row of the story ${idNumber(2)} of ${PROGRAMME}, which is not there`,
      'audit: entry 1 does not follow from the one before it',
    ]);
  });

  it('finds bytes that have belonged to nothing for longer than a day', async () => {
    const stray = sha256Of(Buffer.from('stray'));
    mkdirSync(inFolder('media', stray.slice(0, 2)), { recursive: true });
    writeFileSync(inFolder('media', stray.slice(0, 2), stray), 'stray');
    expect((await verify({ ...services, now: () => new Date() })).findings).toEqual([]);
    const inTwoDays = () => new Date(Date.now() + 2 * 24 * 3_600_000);
    expect((await verify({ ...services, now: inTwoDays })).findings).toEqual([
      `file ${stray}: it lies there and belongs to no programme`,
    ]);
  });
});
