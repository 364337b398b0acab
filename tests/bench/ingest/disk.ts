import { chmodSync, closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TMPFS = 0x01021994;
const PAGE = Buffer.alloc(4096, 1);

/** A folder of its own on a real disk: memory flushes nothing. */
export function folderOnDisk(): string {
  const place = statfsSync(tmpdir()).type === TMPFS ? '/var/tmp' : tmpdir();
  if (statfsSync(place).type === TMPFS) throw new Error('neither the temporary folder nor /var/tmp is on a disk');
  const folder = mkdtempSync(join(place, 'sheaf-bench-'));
  // PostgreSQL does not run as root: whoever it runs as must get to its own folder below.
  chmodSync(folder, 0o711);
  return folder;
}

/** How often a second this disk confirms 4 kB appended to a file; shared disks vary twelvefold within a day. */
export function fdatasyncRate(folder: string, seconds = 0.5): number {
  const path = join(folder, 'fdatasync');
  const file = openSync(path, 'a');
  let flushed = 0;
  const started = performance.now();
  let passed = 0;
  while (passed < seconds * 1000) {
    writeSync(file, PAGE);
    fdatasyncSync(file);
    flushed += 1;
    passed = performance.now() - started;
  }
  closeSync(file);
  rmSync(path);
  return Math.round((flushed * 1000) / passed);
}
