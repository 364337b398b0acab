import { chmodSync, closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { examine } from '$lib/server/doctor/examine';
import { takeBackup } from '$lib/server/backup/take-backup';
import { fillDatabase } from '$lib/server/store/transfer/fill-database';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';
import { ENGINES, newFolder, newInstallation, newSettings, removeFolders, servicesOf } from '../../../fixtures/engines';

afterAll(removeFolders);

const NOT_FINE = async (settings: Parameters<typeof examine>[0]) =>
  (await examine(settings)).filter(({ state }) => state !== 'fine').map(({ state, says }) => `${state}: ${says}`);

describe.each(ENGINES)('the doctor, of an installation on %s', (engine) => {
  it('finds nothing wrong where nothing is, and asks for a backup until there is one', async () => {
    const services = await newInstallation(engine, 2);
    await services.store.close();
    const { settings } = services;
    const before = await examine(settings);
    expect(before.length).toBeGreaterThan(6);
    expect(before.filter(({ state }) => state === 'wrong')).toEqual([]);
    const says = before.map((line) => line.says).join('\n');
    for (const of of ['Node.js', 'user only', 'GB free', 'a second reach', 'journal', 'shape', 'no backup yet']) {
      expect(says).toContain(of);
    }
    const again = await servicesOf(settings, () => new Date());
    await takeBackup(again, { folder: newFolder(), protection: { kind: 'plain' }, withKeys: false, keysOnly: false });
    await again.store.close();
    expect((await NOT_FINE(settings)).filter((line) => line.includes('backup'))).toEqual([]);
  }, 60_000);

  it('says what is thought of a clock that jumped, and what to say of it', async () => {
    const services = await newInstallation(engine, 2);
    await services.store.keepCalendar({ today: new Date('2020-01-01'), clock: new Date(), steadyMs: 0, marks: {} });
    await services.store.close();
    expect(await NOT_FINE(services.settings)).toContainEqual(expect.stringMatching(/^look: The clock .*--was-off/));
  });

  it('names a row that is not what was stored, and goes on where the days that were counted cannot be read', async () => {
    const services = await newInstallation(engine, 2);
    await sql`UPDATE frameworks SET body = replace(body, 'bus', 'bux')`.execute(services.accounts.db);
    await sql`INSERT INTO meta VALUES ('calendar', '{')`.execute(services.accounts.db);
    await services.store.close();
    const says = await NOT_FINE(services.settings);
    expect(says).toContainEqual(expect.stringMatching(/^wrong: meta calendar: .*\(and 1 more: see `sheaf verify`\)/));
    expect(says).toContainEqual(expect.stringMatching(/^wrong: The days .* `sheaf clock --was-wrong`/));
  });

  it('says what a restore that was cut off has left', async () => {
    const settings = await newSettings(engine);
    const services = await servicesOf(settings);
    await fillDatabase(services.accounts, () => Promise.reject(new Error('cut off'))).catch(() => undefined);
    await services.store.close();
    expect(await NOT_FINE(settings)).toContainEqual(
      expect.stringMatching(/^wrong: A restore or a move .* was cut off/),
    );
  });
});

describe('the doctor', () => {
  it('names what others of the machine may read', async () => {
    const { settings, store } = await newInstallation('sqlite', 2);
    await store.close();
    const key = join(settings.data, 'keys', 'sheffield-send.json');
    chmodSync(key, 0o644);
    expect(await NOT_FINE(settings)).toContainEqual(expect.stringContaining(`may read ${key}: chmod`));
  });

  it('finds a damaged database', async () => {
    const { settings, store } = await newInstallation('sqlite', 40);
    await store.close();
    const path = join(settings.data, 'sheaf.db');
    const file = openSqliteFile(path, 0);
    const page = Number(file.value("SELECT rootpage FROM sqlite_master WHERE name = 'stories_by_programme'"));
    file.close();
    const bytes = openSync(path, 'r+');
    writeSync(bytes, Buffer.alloc(64, 0x5a), 0, 64, page * 4096 - 64);
    closeSync(bytes);
    expect(await NOT_FINE(settings)).toContainEqual(expect.stringMatching(/^wrong: The database \S+ is damaged/));
  });

  it('says when there is no installation, and when its database is none', async () => {
    const settings = await newSettings('sqlite');
    writeFileSync(join(settings.data, 'sheaf.db'), 'no database at all '.repeat(100));
    chmodSync(join(settings.data, 'sheaf.db'), 0o600);
    expect(await NOT_FINE(settings)).toContainEqual(expect.stringContaining('is not a Sheaf database'));
    const nowhere = { ...settings, data: '/dev/null/sheaf' };
    expect(await NOT_FINE(nowhere)).toHaveLength(2);
  });
});
