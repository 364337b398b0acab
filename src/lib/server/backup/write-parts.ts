import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../error-code';
import { mediaOf } from '../media/media';
import { readRecording } from '../recordings/folder';
import type { Services } from '../services';
import { countersOf, pagesOf } from '../store/transfer/read-tables';
import { shapeOf } from '../store/transfer/shape-of';
import { TABLE_SHAPES, shapeNamed } from '../store/transfer/tables';
import type { ArchiveWriter } from './archive';
import { sealBytes } from './content-seal';
import { knownWithdrawals } from './known-withdrawals';
import type { Header, Manifest } from './manifest';
import { sealRows } from './sealed-rows';

/** Signed-in devices and links that work once are not brought back: a restore must not make an old one work again. */
const LEFT_OUT: readonly string[] = ['staff_session', 'staff_verification', 'invitations'];

/** Every part of an archive, from its header to its manifest. @param counted counted up while it is written */
export async function writeParts(
  services: Services,
  { withKeys }: { readonly withKeys: boolean },
  header: Omit<Header, 'format' | 'shape'>,
  archive: ArchiveWriter,
  counted: { stories: number; files: number; damaged: string[] },
): Promise<void> {
  const { accounts, oneState, journal } = services;
  const rows: Record<string, number> = {};
  const counters = await oneState(async (db) => {
    const whole: Header = { format: 'sheaf-backup-1', ...header, shape: await shapeOf(db) };
    await archive.add('sheaf-backup.json', json(whole));
    for (const shape of TABLE_SHAPES) {
      if (LEFT_OUT.includes(shape.name)) continue;
      let count = 0;
      let page = 0;
      for await (const read of pagesOf(db, shape)) {
        const sealed = await sealRows(db, shape.name, read);
        page += 1;
        count += read.length;
        await archive.add(`rows/${shape.name}/${page}.ndjson`, lines(sealed));
      }
      rows[shape.name] = count;
    }
    return countersOf(db, accounts.type);
  });
  counted.stories = rows['stories'] ?? 0;
  counted.files = await writeFiles(services, archive, counted.damaged);
  const recordings = await writeRecordings(services, archive, counted.damaged);
  await archive.add('journal.ndjson', lines(await knownWithdrawals(journal, accounts.db)));
  if (withKeys) await writeKeyPairs(services, archive);
  const { parts, sha256 } = archive.hash.value;
  const manifest: Manifest = { rows, counters, files: counted.files, recordings, parts, sha256 };
  await archive.add('manifest.json', json(manifest));
}

/**
 * Of the files there are by now, since none of them ever changes: one that was removed since the rows were read is
 * missed by nobody, one that came since is offered again.
 */
async function writeFiles(services: Services, archive: ArchiveWriter, damaged: string[]): Promise<number> {
  const { files } = mediaOf(services);
  let written = 0;
  for await (const page of pagesOf(services.accounts.db, shapeNamed('media'))) {
    for (const { programme_id, sha256, bytes, content_key } of page) {
      const [programme, name, key] = [String(programme_id), String(sha256), String(content_key)];
      const read = Number(bytes) > 0 ? await whole(files.read(name, 0, Number(bytes) - 1)) : null;
      if (read !== null && createHash('sha256').update(read).digest('hex') === name) {
        await archive.add(`media/${programme}/${name}`, sealBytes(key, `media ${programme} ${name}`, read));
        written += 1;
      } else if ((await services.store.mediaOf(programme, name)) !== null) damaged.push(name);
    }
  }
  return written;
}

async function writeRecordings({ accounts, settings, atRest }: Services, archive: ArchiveWriter, damaged: string[]) {
  const written = new Set<string>();
  for await (const page of pagesOf(accounts.db, shapeNamed('recordings'))) {
    for (const { sha256 } of page) {
      const name = String(sha256);
      if (written.has(name)) continue;
      const read = await readRecording(settings.data, name, atRest);
      if (read === null) {
        damaged.push(name);
        continue;
      }
      await archive.add(`recordings/${name}`, read);
      written.add(name);
    }
  }
  return written.size;
}

async function writeKeyPairs({ settings, atRest }: Services, archive: ArchiveWriter): Promise<void> {
  const folder = join(settings.data, 'keys');
  for (const name of await readdir(folder).catch(nothingThere)) {
    if (!name.endsWith('.json')) continue;
    const lying = await readFile(join(folder, name));
    await archive.add(`keys/${name}`, atRest.open('programme-key', name.slice(0, -'.json'.length), lying));
  }
}

function nothingThere(error: unknown): string[] {
  if (codeOf(error) === 'ENOENT') return [];
  throw error;
}

/** Null when it is not there. */
async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of bytes) chunks.push(chunk);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  return Buffer.concat(chunks);
}

function json(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

function lines(rows: readonly object[]): Uint8Array {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
