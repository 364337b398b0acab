import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localCertificate } from '$lib/server/http/certificate';
import { NOON } from '../../../fixtures/services';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sheaf-certificate-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const days = (count: number) => new Date(NOON.getTime() + count * 86_400_000);

describe('the self-made certificate', () => {
  it('names this machine and its addresses, and its key is for our eyes only', async () => {
    const { cert } = await localCertificate(folder, ['192.0.2.7'], NOON);
    const made = new X509Certificate(cert);
    expect(made.checkHost('localhost')).toBe('localhost');
    for (const address of ['127.0.0.1', '192.0.2.7']) expect(made.checkIP(address)).toBe(address);
    expect(statSync(join(folder, 'key.pem')).mode & 0o077).toBe(0);
    expect(Date.parse(made.validTo) - Date.parse(made.validFrom)).toBeLessThan(398 * 86_400_000);
  });

  it('is kept, so that a phone which accepted it is not asked again', async () => {
    const { cert } = await localCertificate(folder, ['192.0.2.7'], NOON);
    expect((await localCertificate(folder, ['192.0.2.7'], days(300))).cert).toBe(cert);
  });

  it('is made anew for another address, and before it ends', async () => {
    const { cert } = await localCertificate(folder, ['192.0.2.7'], NOON);
    const moved = await localCertificate(folder, ['192.0.2.8'], NOON);
    expect(moved.cert).not.toBe(cert);
    expect((await localCertificate(folder, ['192.0.2.8'], days(392))).cert).not.toBe(moved.cert);
  });
});
