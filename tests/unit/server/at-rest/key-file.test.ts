import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeyFile } from '$lib/server/at-rest/key-file';
import { openLog } from '$lib/server/log';
import { openServices } from '$lib/server/open-services';
import { readSettings } from '$lib/server/settings';
import { startFailure } from '$lib/server/start-failure';
import { newKeyFile } from '../../../fixtures/key-file';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sheaf-key-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BYTES = randomBytes(32);

/** Starts and stops; @returns why it did not start, or null */
async function start(keyFile: string | null): Promise<string | null> {
  const read = readSettings({ SHEAF_DATA: data, ...(keyFile === null ? {} : { SHEAF_KEY_FILE: keyFile }) });
  if (read.kind !== 'settings') throw new Error(read.message);
  const opened = await openServices(read.settings, openLog({ logLevel: 'silent' }));
  if (opened.kind !== 'opened') return startFailure(opened);
  await opened.services.store.close();
  return null;
}

describe('a file with a key', () => {
  it.each([
    ['base64', BYTES.toString('base64')],
    ['base64 without padding', BYTES.toString('base64url')],
    ['hex', BYTES.toString('hex')],
    ['hex in capitals', BYTES.toString('hex').toUpperCase()],
  ])('is read as %s', (_, text) => {
    const read = readKeyFile(newKeyFile(folder, 'key', text), data);
    expect(read).toMatchObject({ kind: 'key' });
    expect(read.kind === 'key' && Buffer.from(read.key).equals(BYTES)).toBe(true);
  });

  it.each([
    ['too short', randomBytes(31).toString('base64'), /too short: it holds 31 bytes/],
    ['too long', randomBytes(33).toString('base64'), /too long: it holds 33 bytes/],
    ['not random', Buffer.alloc(32, 'ab').toString('hex'), /no random bytes/],
    ['no key at all', 'a pass phrase, say', /neither base64 nor hex/],
    ['empty', '', /neither base64 nor hex/],
  ])('is refused when it is %s, without a word of it', (_, text, reason) => {
    const read = readKeyFile(newKeyFile(folder, 'key', text), data);
    if (read.kind === 'key') throw new Error('it was read');
    expect(read.reason).toMatch(reason);
    if (text !== '') expect(read.reason).not.toContain(text);
  });

  it('is refused inside the data folder, also by a roundabout path, and where everybody may read it', () => {
    mkdirSync(data);
    const inside = newKeyFile(data);
    expect(readKeyFile(inside, data)).toMatchObject({
      reason: expect.stringContaining('inside the data folder') as string,
    });
    symlinkSync(inside, join(folder, 'link'));
    expect(readKeyFile(join(folder, 'link'), data)).toMatchObject({ kind: 'key_not_usable' });
    symlinkSync(data, join(folder, 'same'));
    expect(readKeyFile(inside, join(folder, 'same'))).toMatchObject({ kind: 'key_not_usable' });
    const open = newKeyFile(folder);
    chmodSync(open, 0o604);
    expect(readKeyFile(open, data)).toMatchObject({ reason: expect.stringContaining('chmod 600') as string });
    chmodSync(open, 0o640);
    expect(readKeyFile(open, data)).toMatchObject({ kind: 'key' });
    expect(readKeyFile(join(folder, 'none'), data)).toMatchObject({
      reason: expect.stringContaining('ENOENT') as string,
    });
  });
});

describe('a server starts with the key of its data folder, and says', () => {
  it('which of key and folder does not fit the other', async () => {
    const key = newKeyFile(folder);
    expect(await start(key)).toBeNull();
    expect(await start(key)).toBeNull();
    expect(await start(null)).toMatch(/is encrypted and no key is set/);
    expect(await start(newKeyFile(folder, 'other'))).toMatch(/encrypted with another key than that of .*other/);
    expect(await start(join(folder, 'none'))).toMatch(/key of SHEAF_KEY_FILE is not used: .*cannot be read/);
    expect(await start(key)).toBeNull();
  });

  it('that a folder from before there was a key has to be encrypted first', async () => {
    expect(await start(null)).toBeNull();
    expect(await start(newKeyFile(folder))).toMatch(/is not encrypted yet.*sheaf -- encrypt/);
    expect(await start(null)).toBeNull();
  });

  it('that a database is damaged where the key is the right one, and that it may be encrypted where there is no mark', async () => {
    const key = newKeyFile(folder);
    await start(key);
    rmSync(join(data, 'encryption.json'));
    expect(await start(null)).toMatch(
      /not a Sheaf database, or it is an encrypted one whose encryption.json is missing/,
    );
    for (const name of ['sheaf.db', 'sheaf.db-wal', 'sheaf.db-shm']) rmSync(join(data, name), { force: true });
    expect(await start(key)).toBeNull();
    // The driver leaves the log behind now and then when it closes: it alone would bring the pages back.
    rmSync(join(data, 'sheaf.db-wal'), { force: true });
    writeFileSync(join(data, 'sheaf.db'), randomBytes(8192));
    expect(await start(key)).toMatch(/does not open with the key of this data folder: it is damaged/);
    writeFileSync(join(data, 'encryption.json'), '{}');
    expect(await start(key)).toMatch(/encryption.json in the data folder .* is damaged/);
  });
});
