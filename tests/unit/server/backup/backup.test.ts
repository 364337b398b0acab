import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeBackupKey } from '$lib/server/backup/backup-key';
import { closed, openFile, type Opening } from '$lib/server/backup/envelope';
import { restoreBackup } from '$lib/server/backup/restore-backup';
import { takeBackup, type BackupWanted } from '$lib/server/backup/take-backup';
import { mediaOf } from '$lib/server/media/media';
import { readRecording } from '$lib/server/recordings/folder';
import { openServices } from '$lib/server/open-services';
import type { Services } from '$lib/server/services';
import type { Settings } from '$lib/server/settings';
import {
  ENGINES,
  keepFile,
  newFolder,
  newInstallation,
  newSettings,
  removeFolders,
  servicesOf,
} from '../../../fixtures/engines';
import { PROGRAMME, RECORDED, aFile, receiptNumber, sha256Of } from '../../../fixtures/installation';
import { readableIn } from '../../../fixtures/readable-backup';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const PLAIN: Omit<BackupWanted, 'folder'> = { protection: { kind: 'plain' }, withKeys: false, keysOnly: false };
const PLANTED = ['PLANTEDWORD', 'PLANTEDTITLE', 'PLANTEDCONTACT', 'WORDINFILE'];
const OPEN: Opening = { kind: 'none' };

afterAll(removeFolders);

async function taken(services: Services, wanted: Partial<BackupWanted> = {}) {
  const { archive, keys } = await takeBackup(services, { ...PLAIN, folder: newFolder(), ...wanted });
  if (archive === null) throw new Error('no archive was asked for');
  return { archive, keys };
}

async function restoredInto(settings: Settings, archive: string, opening: Opening = OPEN, keys: string | null = null) {
  return restoreBackup(settings, { archive, keys, opening }, NOW);
}

async function served(settings: Settings): Promise<Services> {
  const opened = await openServices(settings);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  return opened.services;
}

describe.each(ENGINES)('a backup of %s', (engine) => {
  it('comes back whole: words, files, recordings, accounts, links, chain, withdrawals, in a new epoch', async () => {
    const services = await newInstallation(engine, 5);
    const epoch = await services.store.epoch();
    const before = await services.store.storiesOf(PROGRAMME, 0, 100);
    const { identity, recipient } = await makeBackupKey();
    const protection = { kind: 'recipients' as const, recipients: [recipient] };
    const { archive, keys } = await taken(services, { protection });
    for (const path of [archive, readFileSync(archive).toString('latin1')]) expect(path).not.toContain('ustar');
    expect(statSync(archive).mode & 0o077).toBe(0);
    await services.store.close();

    const settings = await newSettings(engine);
    const opening: Opening = { kind: 'identities', identities: [identity] };
    const restored = await restoredInto(settings, archive, opening);
    expect(restored).toMatchObject({ kind: 'restored', stories: 4, files: 1, recordings: 1, gone: 0 });
    const back = await served(settings);
    const { store } = back;
    expect(await store.epoch()).not.toBe(epoch);
    expect(await store.storiesOf(PROGRAMME, 0, 100)).toEqual(before);
    expect((await store.story(PROGRAMME, idNumber(1)))?.help?.contact).toBe('a note by the gate');
    expect(await store.readingsOf(PROGRAMME, idNumber(1))).toMatchObject([{ note: 'worried about this one' }]);
    expect(await store.earlierRevisions(PROGRAMME, idNumber(1))).toMatchObject([{ text: 'Words of story 1.' }]);
    expect(await store.collectorOfToken('c'.repeat(64))).toMatchObject({ code: 'K7M2QP' });
    expect(await store.withdrawn(PROGRAMME, receiptNumber(5))).toBe(true);
    expect((await store.verifyAudit()).kind).toBe('whole');
    expect(await store.invitation('d'.repeat(64), NOW)).toBeNull();
    const { bytes, ref } = aFile(1);
    const chunks: Buffer[] = [];
    for await (const chunk of mediaOf(back).files.read(ref.sha256, 0, ref.bytes - 1)) chunks.push(chunk as Buffer); // it reads bytes
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    expect(await readRecording(settings.data, sha256Of(RECORDED))).toEqual(Buffer.from(RECORDED));
    expect((await back.journal.read()).entries).toMatchObject([
      { receipt: receiptNumber(5) },
      { story: idNumber(9000), why: 'retention' },
    ]);
    // The next story is a new one, and the next backup a later one of the same installation.
    await store.acceptStories([await accepted(aStory({ id: idNumber(50) }))], NOW);
    expect((await store.story(PROGRAMME, idNumber(50)))?.serial).toBe(6);
    const next = await taken(back, { folder: dirname(keys), protection });
    expect(next.keys).toBe(keys);
    await store.close();
  }, 60_000);

  it('shows no story and no file once its key is gone, and hands back the rest', async () => {
    const services = await newInstallation(engine, 5);
    const secret = aFile(3, 'WORDINFILE');
    const told = aStory({ id: idNumber(30), text: 'PLANTEDWORD', title: 'PLANTEDTITLE', media: [secret.ref] });
    const help = { wanted: true, contact: 'PLANTEDCONTACT' };
    await services.store.acceptStories([await accepted(told, { receipt: receiptNumber(30), help })], NOW);
    await keepFile(services, secret);
    const folder = newFolder();
    const first = await taken(services, { folder });
    const readable = await readableIn(first.archive, first.keys, OPEN);
    const settings = await newSettings(engine);
    expect(await restoredInto(settings, first.archive)).toMatchObject({ stories: 5, files: 2, gone: 0 });
    const back = await served(settings);
    expect((await back.store.story(PROGRAMME, idNumber(30)))?.story.text).toBe('PLANTEDWORD');
    await back.store.close();

    const withdrawal = { programme: PROGRAMME, receipt: receiptNumber(30), at: NOW };
    await services.journal.append(withdrawal);
    await services.store.withdraw(withdrawal);
    const newer = await takeBackup(services, { ...PLAIN, folder, keysOnly: true });
    expect(newer.keys).toBe(first.keys);
    expect(newer.archive).toBeNull();
    await services.store.close();

    for (const word of PLANTED) expect(readable.includes(word), word).toBe(true);
    const after = await readableIn(first.archive, newer.keys, OPEN);
    for (const word of PLANTED) expect(after.includes(word), word).toBe(false);
    for (const word of ['Words of story 2', 'worried about']) expect(after.includes(word), word).toBe(true);
    const shut = await readableIn(first.archive, null, OPEN);
    for (const word of ['Words of story', 'worried about', 'content_key'])
      expect(shut.includes(word), word).toBe(false);
    const later = await newSettings(engine);
    expect(await restoredInto(later, first.archive)).toMatchObject({ stories: 4, files: 1, gone: 1 });
    const without = await served(later);
    expect(await without.store.story(PROGRAMME, idNumber(30))).toBeNull();
    expect(
      await without.store.acceptStories([await accepted(told, { receipt: receiptNumber(30) })], NOW),
    ).toMatchObject([{ reason: { kind: 'withdrawn' } }]);
    await without.store.close();
  }, 60_000);

  it('is put only where nothing is', async () => {
    const services = await newInstallation(engine, 3);
    const { archive } = await taken(services);
    await services.store.close();
    expect(await restoredInto(services.settings, archive)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('is not empty') as string, // stands for the text
    });
    const settings = await newSettings(engine);
    mkdirSync(join(settings.data, 'media', 'ab'), { recursive: true });
    writeFileSync(join(settings.data, 'media', 'ab', 'a file'), 'x');
    expect(await restoredInto(settings, archive)).toMatchObject({
      message: expect.stringContaining('not empty (media)') as string, // stands for the text
    });
  }, 60_000);

  it('that was changed, cut off or shut with another key brings nothing back, and can be tried again', async () => {
    const services = await newInstallation(engine, 3);
    const { archive } = await taken(services);
    await services.store.close();
    const bytes = readFileSync(archive);
    const settings = await newSettings(engine);
    const spoilt = (name: string, of: Buffer) => {
      const path = archive.replace(/\.tar$/, `.${name}.tar`);
      writeFileSync(path, of);
      return path;
    };
    const flipped = Buffer.from(bytes);
    const at = bytes.indexOf('K7M2QP');
    flipped.write('K7M2QQ', at);
    for (const path of [
      spoilt('flipped', flipped),
      spoilt('cut', bytes.subarray(0, bytes.length - 2048)),
      spoilt('half', bytes.subarray(0, bytes.length / 2)),
      spoilt('other', Buffer.from('this is no archive'.repeat(100))),
    ]) {
      expect(await restoredInto(settings, path), path).toMatchObject({ kind: 'refused' });
    }
    expect((await openServices(settings)).kind).toBe('unfinished');
    expect(await restoredInto(settings, archive)).toMatchObject({ kind: 'restored', stories: 2 });
    await (await served(settings)).store.close();
  }, 60_000);
});

describe('a backup', () => {
  it.each([
    ['its passphrase', { kind: 'passphrase', passphrase: 'a passphrase of some length' } as const],
    ['its key', null],
  ])(
    'opens with %s, and with nothing else',
    async (_, passphrase) => {
      async function* told() {
        yield await Promise.resolve(Buffer.from('what is kept'));
      }
      const { identity, recipient } = await makeBackupKey();
      const path = join(newFolder(), 'a file');
      await writeFile(path, await closed(told(), passphrase ?? { kind: 'recipients', recipients: [recipient] }));
      expect((await openFile(path, OPEN)).kind).toBe('key_needed');
      const other = (await makeBackupKey()).identity;
      expect((await openFile(path, { kind: 'identities', identities: [other] })).kind).toBe('other_key');
      const opened = await openFile(path, passphrase ?? { kind: 'identities', identities: [other, identity] });
      const chunks: Uint8Array[] = [];
      if (opened.kind === 'opened') for await (const chunk of opened.bytes) chunks.push(chunk);
      expect(Buffer.concat(chunks).toString()).toBe('what is kept');
    },
    60_000,
  );

  it('needs keys that are as new as it is, of the same installation', async () => {
    const services = await newInstallation('sqlite', 2);
    const old = await taken(services);
    await services.store.close();
    const again = await servicesOf(services.settings, () => new Date(NOW.getTime() + 1000));
    const newer = await taken(again);
    await again.store.close();
    const other = await newInstallation('sqlite', 2);
    const foreign = await taken(other);
    await other.store.close();
    const settings = await newSettings('sqlite');
    const tries = [
      [newer.archive, old.keys, 'older than the backup'],
      [newer.archive, foreign.keys, 'another installation'],
      [newer.archive, join(newFolder(), 'none'), 'cannot be read (ENOENT)'],
      [newer.archive, newer.archive, 'not a whole file of keys'],
    ] as const;
    for (const [archive, keys, why] of tries) {
      expect(await restoredInto(settings, archive, OPEN, keys)).toMatchObject({
        message: expect.stringContaining(why) as string, // stands for the text
      });
    }
    expect(existsSync(join(settings.data, 'sheaf.db'))).toBe(false);
    expect((await restoredInto(settings, old.archive, OPEN, newer.keys)).kind).toBe('restored');
  }, 60_000);

  it('leaves nothing half-written where it fails, and the keys of before where they were', async () => {
    const services = await newInstallation('sqlite', 2);
    const folder = newFolder();
    const { keys } = await taken(services, { folder });
    const before = readFileSync(keys, 'utf8');
    const { accounts } = services;
    await accounts.db
      .updateTable('stories')
      .set({ content_key: null as never })
      .execute(); // a fault, on purpose
    await expect(takeBackup(services, { ...PLAIN, folder })).rejects.toThrow('has no key');
    expect(readdirSync(folder)).toHaveLength(2);
    expect(readFileSync(keys, 'utf8')).toBe(before);
    await services.store.close();
  });

  it('says which files are not what their names say, and holds the key pairs only when asked', async () => {
    const services = await newInstallation('sqlite', 2);
    const { ref } = aFile(1);
    writeFileSync(join(services.settings.data, 'media', ref.sha256.slice(0, 2), ref.sha256), 'rotten');
    const without = await takeBackup(services, { ...PLAIN, folder: newFolder() });
    expect(without.damaged).toEqual([ref.sha256]);
    expect((await readableIn(without.archive ?? '', null, OPEN)).includes('keys/')).toBe(false);
    const withThem = await taken(services, { withKeys: true });
    await services.store.close();
    const settings = await newSettings('sqlite');
    expect(await restoredInto(settings, withThem.archive)).toMatchObject({ kind: 'restored', files: 0 });
    const pair = join('keys', `${PROGRAMME}.json`);
    expect(readFileSync(join(settings.data, pair))).toEqual(readFileSync(join(services.settings.data, pair)));
  });
});
