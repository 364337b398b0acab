import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stage } from '../stage';
import { run } from './loop-disk';
import { removeFolder } from './remove-folder';

/** A file system with little room. @returns its folder */
export function smallDisk({ afterwards }: Pick<Stage, 'afterwards'>, megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-small-'));
  run('mount', ['-t', 'tmpfs', '-o', `size=${Math.round(megabytes * 1024)}k`, 'tmpfs', folder]);
  chmodSync(folder, 0o755);
  afterwards(() => {
    run('umount', ['--lazy', folder]);
    removeFolder(folder);
  });
  return folder;
}

/** Writes until nothing more goes in, but for so many bytes. */
export function fill(file: string, spareBytes: number): void {
  const piece = randomBytes(4096);
  const pieces: Buffer[] = [];
  try {
    for (;;) writeFileSync(file, (pieces.push(piece), piece), { flag: 'a' });
  } catch {
    // full
  }
  const kept = Math.max(0, pieces.length * piece.length - spareBytes);
  writeFileSync(file, Buffer.concat(pieces).subarray(0, kept));
}
