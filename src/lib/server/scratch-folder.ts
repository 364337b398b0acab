import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data folder that is gone when the process ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
