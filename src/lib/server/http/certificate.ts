import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Browsers refuse certificates that live longer than 398 days. */
const DAYS = 397;
const SPARE_MS = 7 * 86_400_000;

/**
 * The self-made certificate for `--https`, so that phones on the local network get a secure context (microphone,
 * crypto.subtle and service worker need one). Kept in the folder, so that a phone that accepted it is not asked again;
 * made anew when it is about to end or the machine has got another address.
 */
export async function localCertificate(folder: string, addresses: readonly string[], now: Date): Promise<Certificate> {
  const keyFile = join(folder, 'key.pem');
  const certFile = join(folder, 'cert.pem');
  const kept = readPair(keyFile, certFile);
  if (kept !== null && serves(kept.cert, addresses, now)) return kept;
  // A tenth of a start goes into loading it, and few starts make one.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Sheaf on the local network' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - 86_400_000),
    notAfterDate: new Date(now.getTime() + (DAYS - 1) * 86_400_000),
    extensions: [
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [{ type: 2, value: 'localhost' }, ...['127.0.0.1', ...addresses].map(ipName)],
      },
    ],
  });
  makeFolder(folder, 0o700);
  writeFileSync(keyFile, made.private, { mode: 0o600 });
  writeFileSync(certFile, made.cert);
  return { key: made.private, cert: made.cert };
}

function ipName(ip: string): { type: 7; ip: string } {
  return { type: 7, ip };
}

function readPair(keyFile: string, certFile: string): Certificate | null {
  try {
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function serves(pem: string, addresses: readonly string[], now: Date): boolean {
  const certificate = new X509Certificate(pem);
  const ends = Date.parse(certificate.validTo);
  if (!(ends - SPARE_MS > now.getTime())) return false;
  return addresses.every((address) => certificate.checkIP(address) !== undefined);
}
