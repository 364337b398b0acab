import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../error-code';
import { readRecording } from '../recordings/folder';
import type { Services } from '../services';

/** Recordings that are missing or not what their names say, and files that no text needs. */
export async function* recordingFindings({ accounts, settings }: Services): AsyncGenerator<string> {
  const rows = await accounts.db.selectFrom('recordings').select(['programme_id', 'sha256']).execute();
  for (const { programme_id, sha256 } of rows) {
    const bytes = await readRecording(settings.data, sha256);
    const of = `recording ${sha256} of ${programme_id}`;
    if (bytes === null) yield `${of}: it is missing`;
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256) yield `${of}: its bytes differ from its name`;
  }
  const needed = new Set(rows.map(({ sha256 }) => sha256));
  for (const name of await namesIn(join(settings.data, 'recordings'))) {
    if (!needed.has(name)) yield `recording ${name}: it lies there and no text needs it`;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
