import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessOf } from '$lib/server/access/access-of';
import { changeKey } from '$lib/server/at-rest/change-key';
import { finishChange } from '$lib/server/at-rest/finish-change';
import { openLog } from '$lib/server/log';
import { fileResponse } from '$lib/server/media/file-response';
import { mediaOf } from '$lib/server/media/media';
import { readRecording, writeRecording } from '$lib/server/recordings/folder';
import { withdraw } from '$lib/server/receipts/withdraw';
import { openServices } from '$lib/server/open-services';
import type { Services } from '$lib/server/services';
import { readSettings } from '$lib/server/settings';
import { newKeyFile } from '../../../fixtures/key-file';
import { aCollector, withSheffield } from '../../../fixtures/programmes';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { announced, begin, captureToken, sha256, tus } from '../../../fixtures/uploads';

const WORD = 'Quillwort';
const RECEIPT = 'c0ffee'.repeat(10) + 'c0de';
const PROGRAMME = 'sheffield-send';
/** More than one chunk. */
const FILE = Buffer.alloc(150_000, `${WORD} in a file of a story. `);
const RECORDING = Buffer.from(`${WORD} spoken aloud`);
const NOW = new Date('2026-11-23T12:00:00.000Z');

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-planted-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(keyFile: string | null): Promise<Services> {
  const read = readSettings({ SHEAF_DATA: data, ...(keyFile === null ? {} : { SHEAF_KEY_FILE: keyFile }) });
  if (read.kind !== 'settings') throw new Error(read.message);
  const opened = await openServices(read.settings, openLog({ logLevel: 'silent' }));
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  return opened.services;
}

/** Puts the word wherever a server keeps something. */
async function plant(services: Services): Promise<void> {
  const { store, keys, atRest } = services;
  await withSheffield(store);
  await store.acceptStories([await accepted(aStory({ text: `${WORD} in a story.` }))], NOW);
  const gone = aStory({ id: idNumber(2), text: `${WORD} taken back.` });
  await store.acceptStories([await accepted(gone, { receipt: RECEIPT })], NOW);
  await withdraw(services, { code: aCollector().code, receipt: RECEIPT, address: 'somewhere' }, null);
  await mediaOf(services).files.keep(sha256(FILE), FILE);
  await writeRecording(data, sha256(RECORDING), RECORDING, atRest);
  await keys.publicKeyOf(PROGRAMME);
  accessOf(services);
  const token = await captureToken(services);
  const begun = await begin(services, token, FILE.length, announced(FILE));
  const body = FILE.subarray(0, 1000);
  const headers = { 'upload-offset': '0' };
  await tus(services, 'PATCH', begun.headers.get('location') ?? '', { token, headers, body });
}

/** Which files of the folder hold a text, in one byte a letter or two. */
function holding(text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()];
  return filesIn(data).filter((path) => {
    const bytes = readFileSync(join(data, path));
    return needles.some((needle) => bytes.includes(needle));
  });
}

function filesIn(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const inside = join(path, name);
    const found = statSync(inside);
    if (found.isDirectory()) return filesIn(inside);
    return found.isFile() ? [relative(data, inside)] : [];
  });
}

/** Everything that was planted, as a server finds it again. */
async function expectEverything(services: Services): Promise<void> {
  const { store, journal, atRest, settings } = services;
  expect((await store.story(PROGRAMME, idNumber(1)))?.story.text).toContain(WORD);
  expect(await store.verifyAudit()).toMatchObject({ kind: 'whole' });
  expect(await journal.read()).toMatchObject({ entries: [{ receipt: RECEIPT }], unreadable: 0 });
  const file = { sha256: sha256(FILE), mime: 'audio/webm' } as Parameters<typeof fileResponse>[1]; // the rest is not asked for
  const request = new Request('http://sheaf.test', { headers: { range: 'bytes=65530-65550' } });
  const part = await fileResponse(mediaOf(services).files, file, request);
  expect(part.headers.get('content-range')).toBe(`bytes 65530-65550/${FILE.length}`);
  expect(Buffer.from(await part.arrayBuffer()).equals(FILE.subarray(65_530, 65_551))).toBe(true);
  expect(await readRecording(settings.data, sha256(RECORDING), atRest)).toEqual(RECORDING);
}

describe('a planted word', () => {
  it('is found in every kind of file without a key, and in none with one, before and after the log is written back', async () => {
    const places = async (keyFile: string | null) => {
      const services = await open(keyFile);
      await plant(services);
      const found = new Set(holding(WORD));
      const secrets = new Set([...holding('"secret"'), ...holding(RECEIPT)]);
      await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(services.accounts.db);
      for (const path of holding(WORD)) found.add(path);
      await expectEverything(services);
      await services.store.close();
      for (const path of holding(WORD)) found.add(path);
      // The driver leaves the log behind now and then when it closes.
      const lying = filesIn(data).filter((path) => !/-(wal|shm)$/.test(path));
      rmSync(data, { recursive: true });
      return { found: [...found].map(kindOf).sort(), secrets: [...secrets].map(kindOf).sort(), lying };
    };
    const plain = await places(null);
    expect(plain.found).toEqual(['a file of a story', 'an upload', 'recordings', 'sheaf.db', 'sheaf.db-wal']);
    expect(plain.secrets).toEqual(['journal', 'keys', 'sheaf.db-wal']);
    const sealed = await places(newKeyFile(folder));
    expect(sealed.found).toEqual([]);
    expect(sealed.secrets).toEqual([]);
    expect(sealed.lying.map(kindOf).sort()).toEqual([...plain.lying.map(kindOf), 'encryption.json'].sort());
  });

  it('is gone from a folder that is sealed later, comes back when it is opened, and nothing is lost on the way', async () => {
    const key = newKeyFile(folder);
    const other = newKeyFile(folder, 'other');
    const before = await open(null);
    await plant(before);
    expect(await changeKey({ data, from: null, to: key })).toMatchObject({ kind: 'refused' });
    await before.store.close();
    const steps = [
      { from: null, to: key, found: false },
      { from: key, to: other, found: false },
      { from: other, to: null, found: true },
    ];
    for (const { from, to, found } of steps) {
      expect(await changeKey({ data, from, to })).toMatchObject({ kind: 'changed' });
      expect(holding(WORD).length > 0).toBe(found);
      for (const path of filesIn(data)) expect(statSync(join(data, path)).mode & 0o077).toBe(0);
      const services = await open(to);
      await expectEverything(services);
      await services.store.close();
      expect(await changeKey({ data, from, to })).toEqual({ kind: 'already' });
    }
    expect(await changeKey({ data, from: key, to: other })).toMatchObject({ kind: 'refused' });
  });

  it('is not lost, and opens with the old key, when the change is broken off before the copy is whole', async () => {
    const services = await open(null);
    await plant(services);
    await services.store.close();
    const before = failAfter(0);
    await expect(changeKey({ data, from: null, to: newKeyFile(folder), before })).rejects.toThrow('the power is cut');
    await expectWhole(null);
  });

  it('is not lost, and opens with the new key, when the change is broken off at any step after that, or twice', async () => {
    const key = newKeyFile(folder);
    const services = await open(null);
    await plant(services);
    await services.store.close();
    await expect(changeKey({ data, from: null, to: key, before: failAfter(1) })).rejects.toThrow('the power is cut');
    const planned = join(folder, 'planned');
    cpSync(data, planned, { recursive: true });
    finishChange(data);
    const finished = bytesIn(data);
    await expectWhole(key);
    let whole = false;
    let steps = 0;
    for (; !whole; steps += 1) {
      rmSync(data, { recursive: true });
      cpSync(planned, data, { recursive: true });
      whole = finishes(failAfter(steps));
      if (!whole) finishes(failAfter(1));
      finishChange(data);
      expect(bytesIn(data)).toEqual(finished);
    }
    expect(steps).toBeGreaterThan(12);
  });

  it('keeps the old folder where a file turns out to be damaged', async () => {
    const services = await open(null);
    await plant(services);
    await mediaOf(services).files.keep('0'.repeat(64), Buffer.from('not what its name says'));
    await services.store.close();
    const changed = await changeKey({ data, from: null, to: newKeyFile(folder) });
    expect(changed).toMatchObject({ kind: 'refused', message: expect.stringContaining('is damaged') as string });
    const again = await open(null);
    await expectEverything(again);
    await again.store.close();
  });
});

/** Stands for a power cut before the step with this number. */
function failAfter(steps: number): () => void {
  let left = steps;
  return () => {
    if (left === 0) throw new Error('the power is cut');
    left -= 1;
  };
}

function finishes(before: () => void): boolean {
  try {
    finishChange(data, before);
    return true;
  } catch {
    return false; // cut off
  }
}

/** Every file with a hash of what lies in it. */
function bytesIn(path: string): Record<string, string> {
  return Object.fromEntries(filesIn(path).map((file) => [file, sha256(readFileSync(join(path, file)))]));
}

async function expectWhole(keyFile: string | null): Promise<void> {
  const again = await open(keyFile);
  await expectEverything(again);
  await again.store.close();
  expect(filesIn(data).filter((path) => path.startsWith('changing-key'))).toEqual([]);
}

function kindOf(path: string): string {
  if (path.startsWith(join('media', 'uploads')))
    return path.endsWith('.json') ? 'announcement of an upload' : 'an upload';
  if (path.startsWith('media')) return 'a file of a story';
  return path.split('/')[0] ?? path;
}
