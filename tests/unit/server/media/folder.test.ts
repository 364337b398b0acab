import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN, sealedAtRest } from '$lib/server/at-rest/at-rest';
import { mediaFolder } from '$lib/server/media/folder';
import { sha256 } from '../../../fixtures/uploads';

const BYTES = Buffer.from('a recording, say');
const HASH = sha256(BYTES);
const OLD = new Date('2020-01-01T00:00:00.000Z');

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sheaf-media-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['as they are', PLAIN],
  ['sealed', sealedAtRest(Buffer.alloc(32, 'k'))],
])('files that lie %s', (_, atRest) => {
  it('are given back whole and in part, say their own size, and may be kept twice', async () => {
    const files = mediaFolder(folder, atRest);
    await files.keep(HASH, BYTES);
    await files.keep(HASH, BYTES);
    expect(await files.size(HASH)).toBe(BYTES.length);
    expect((await buffer(files.read(HASH, 0, BYTES.length - 1))).equals(BYTES)).toBe(true);
    expect((await buffer(files.read(HASH, 2, 5))).equals(BYTES.subarray(2, 6))).toBe(true);
    expect(readdirSync(join(folder, HASH.slice(0, 2)))).toEqual([HASH]);
  });

  it('that a power cut left half written are met by the tidying', async () => {
    const files = mediaFolder(folder, atRest);
    mkdirSync(join(folder, HASH.slice(0, 2)));
    const left = join(folder, HASH.slice(0, 2), `${HASH}.unfinished`);
    writeFileSync(left, 'half');
    utimesSync(left, OLD, OLD);
    const met: string[] = [];
    for await (const hash of files.olderThan(new Date())) met.push(hash);
    expect(met).toEqual([HASH]);
    await files.remove(HASH);
    expect(existsSync(left)).toBe(false);
  });
});
