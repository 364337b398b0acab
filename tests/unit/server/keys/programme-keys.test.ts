import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seal } from '$lib/sealing/seal';
import { openProgrammeKeys } from '$lib/server/keys/programme-keys';

let data: string;
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'sheaf-keys-'))));
afterEach(() => rmSync(data, { recursive: true, force: true }));

const bond = (programme: string) => ({ programme, story: '018f3c1e-7d2a-7c3b-9a4d-5e6f7a8b9c0d' });

describe('the keys of a programme', () => {
  it('are made once, also when they are asked for twice at the same time, and are the same after a restart', async () => {
    const keys = openProgrammeKeys(data);
    const [one, two] = await Promise.all([keys.publicKeyOf('one'), keys.publicKeyOf('one')]);
    expect(two).toEqual(one);
    expect(await openProgrammeKeys(data).publicKeyOf('one')).toEqual(one);
  });

  it('are the first ones written, where two processes make them at the same time', async () => {
    const [one, two] = await Promise.all([0, 1].map(() => openProgrammeKeys(data).publicKeyOf('one')));
    expect(two).toEqual(one);
  });

  it('are others for another programme, and open nothing of it', async () => {
    const keys = openProgrammeKeys(data);
    const [one, two] = [await keys.publicKeyOf('one'), await keys.publicKeyOf('two')];
    expect(two.key).not.toBe(one.key);
    const sealed = await seal('by the gate', one, bond('one'));
    expect(await keys.open(sealed, bond('one'))).toEqual({ kind: 'opened', text: 'by the gate' });
    expect(await keys.open(sealed, bond('two'))).toEqual({ kind: 'other_programme', programme: 'one' });
    expect(await keys.open({ ...sealed, programme: 'two' }, bond('two'))).toEqual({ kind: 'other_key', key: one.id });
  });

  it.skipIf(process.platform === 'win32')('lie outside the database in files that only the server reads', async () => {
    await openProgrammeKeys(data).publicKeyOf('one');
    expect(readdirSync(join(data, 'keys'))).toEqual(['one.json']);
    expect(statSync(join(data, 'keys')).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, 'keys', 'one.json')).mode & 0o777).toBe(0o600);
  });

  it('show the public half only', async () => {
    const shown = await openProgrammeKeys(data).publicKeyOf('one');
    const { secret } = JSON.parse(readFileSync(join(data, 'keys', 'one.json'), 'utf8')) as { secret: string }; // written by us
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(Object.keys(shown).sort()).toEqual(['id', 'key']);
  });

  it('are never replaced: a file that cannot be read stops with words that quote nothing of it', async () => {
    await openProgrammeKeys(data).publicKeyOf('one');
    writeFileSync(join(data, 'keys', 'one.json'), '{"secret": "half of it"');
    const asked = openProgrammeKeys(data).publicKeyOf('one');
    await expect(asked).rejects.toThrow(/put it back from a copy/);
    await expect(asked).rejects.not.toThrow(/half of it/);
    expect(readFileSync(join(data, 'keys', 'one.json'), 'utf8')).toBe('{"secret": "half of it"');
  });
});
