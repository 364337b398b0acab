import { createHash } from 'node:crypto';
import { codeOf } from '../error-code';
import { STRAY_MS, UNNAMED_MS } from '../media/bounds';
import { mediaOf } from '../media/media';
import type { Services } from '../services';
import { pagesOf } from '../store/transfer/read-tables';
import { shapeNamed } from '../store/transfer/tables';

const PAGE = 200;

/**
 * Files that are missing or not what their names say, and those that belong to nothing. What the tidying removes by
 * itself is none: bytes without a row for a day, a row without a story for 60.
 */
export async function* fileFindings(services: Services, counts: { files: number }): AsyncGenerator<string> {
  const { accounts, store, now } = services;
  const { files } = mediaOf(services);
  for await (const page of pagesOf(accounts.db, shapeNamed('media'))) {
    for (const { programme_id, sha256, bytes, content_key } of page) {
      counts.files += 1;
      const name = String(sha256);
      const size = await files.size(name);
      const found = size === null || size !== bytes ? size : await hashOf(files.read(name, 0, Math.max(0, size - 1)));
      const of = `file ${name} of ${String(programme_id)}`;
      // One that was taken back since the page was read is no finding.
      if (found !== name && (await store.mediaOf(String(programme_id), name)) !== null) {
        yield found === null ? `${of}: it is missing` : `${of}: its bytes differ from its name`;
      }
      if (!/^[0-9a-f]{64}$/.test(String(content_key))) yield `${of}: it has no key, so that no backup can hold it`;
    }
  }
  for (const { programme, sha256 } of await store.unnamedMedia(new Date(now().getTime() - UNNAMED_MS), PAGE)) {
    yield `file ${sha256} of ${programme}: no story names it`;
  }
  for await (const name of files.olderThan(new Date(now().getTime() - STRAY_MS))) {
    if (!(await store.anyMedia(name))) yield `file ${name}: it lies there and belongs to no programme`;
  }
}

/** Null when it is not there. */
async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of bytes) hash.update(chunk);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}
