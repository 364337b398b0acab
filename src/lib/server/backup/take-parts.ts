import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../error-code';
import { JournalEntrySchema } from '../journal/withdrawal-journal';
import { makeFolder } from '../make-folder';
import { mediaOf } from '../media/media';
import { writeRecording } from '../recordings/folder';
import type { Services } from '../services';
import type { Filling } from '../store/transfer/fill-database';
import { travelling, type Row } from '../store/transfer/rows';
import { TABLE_SHAPES, type TableShape } from '../store/transfer/tables';
import { PartsHash, type Part } from './archive';
import { openBytes } from './content-seal';
import { Damaged, isOfThisMachine } from './damaged';
import type { BackupKeys } from './keys-file';
import { mergeWithdrawals } from './known-withdrawals';
import { ManifestSchema } from './manifest';
import { openRows } from './sealed-rows';

/** What came back. */
export interface Taken {
  readonly files: number;
  readonly recordings: number;
  /** Stories that have no key any more: taken back or erased since. */
  readonly gone: number;
}

/** Takes the parts of a backup into an empty installation. @throws Damaged for whatever is not as its manifest says */
export function takeParts(
  services: Services,
  keys: BackupKeys,
  filling: Filling,
  parts: { readonly first: Part; readonly rest: AsyncGenerator<Part> },
): Promise<Taken> {
  return new Taking(services, keys, filling).run(parts.first, parts.rest);
}

class Taking {
  readonly #services: Services;
  readonly #keys: BackupKeys;
  readonly #filling: Filling;
  readonly #hash = new PartsHash();
  readonly #rows = new Map<string, number>();
  readonly #arrived = new Set<string>();
  #counts: Taken = { files: 0, recordings: 0, gone: 0 };
  #sent = { files: 0, recordings: 0 };
  #ended = false;

  constructor(services: Services, keys: BackupKeys, filling: Filling) {
    this.#services = services;
    this.#keys = keys;
    this.#filling = filling;
  }

  async run(first: Part, parts: AsyncGenerator<Part>): Promise<Taken> {
    this.#note(first);
    try {
      for await (const part of parts) {
        if (this.#ended) throw new Damaged('The backup goes on after its end');
        await this.#take(part);
      }
    } catch (error) {
      if (error instanceof Damaged || isOfThisMachine(error)) throw error;
      throw new Damaged('The backup is damaged', { cause: error });
    }
    if (!this.#ended) throw new Damaged('The backup was cut off');
    await this.#forgetFilesWithoutBytes();
    await mergeWithdrawals(this.#services.journal, this.#keys.withdrawals);
    return this.#counts;
  }

  #note({ name, bytes }: Part): void {
    this.#hash.add(name, createHash('sha256').update(bytes).digest('hex'));
  }

  async #take(part: Part): Promise<void> {
    const [kind = '', ...rest] = part.name.split('/');
    if (kind === 'manifest.json') return this.#end(part);
    this.#note(part);
    switch (kind) {
      case 'rows':
        return this.#takeRows(rest[0] ?? '', part.bytes);
      case 'media':
        return this.#takeFile(rest[0] ?? '', rest[1] ?? '', part.bytes);
      case 'recordings':
        return this.#takeRecording(rest[0] ?? '', part.bytes);
      case 'journal.ndjson':
        return mergeWithdrawals(
          this.#services.journal,
          linesOf(part.bytes).map((line) => JournalEntrySchema.parse(line)),
        );
      case 'keys':
        return this.#takeKeyPair(rest[0] ?? '', part.bytes);
      default:
        throw new Damaged(`The backup has a part that this version does not know (${kind})`);
    }
  }

  async #takeRows(table: string, bytes: Buffer): Promise<void> {
    const shape = TABLE_SHAPES.find(({ name }) => name === table);
    if (shape === undefined) throw new Damaged(`The backup has a table that this version does not know (${table})`);
    const lines = linesOf(bytes) as Record<string, unknown>[]; // each value is looked at by rowOf
    this.#rows.set(table, (this.#rows.get(table) ?? 0) + lines.length);
    const { stories, files } = this.#keys;
    const opened = openRows(table, lines as Row[], (programme, id) => stories.get(`${programme} ${id}`)); // as above
    const keyed =
      table === 'media'
        ? opened.flatMap((row) => {
            const content_key = files.get(`${String(row['programme_id'])} ${String(row['sha256'])}`);
            return content_key === undefined ? [] : [{ ...row, content_key }];
          })
        : opened;
    const rows = keyed.map((row) => rowOf(row, shape));
    if (table === 'stories') {
      for (const { body, hash } of rows) {
        if (sha256(Buffer.from(String(body))) !== hash) throw new Damaged('A story differs from its hash');
      }
      this.#counts = { ...this.#counts, gone: this.#counts.gone + lines.length - rows.length };
    }
    await this.#filling.insert(shape, rows);
  }

  async #takeFile(programme: string, name: string, sealed: Buffer): Promise<void> {
    this.#sent.files += 1;
    const key = this.#keys.files.get(`${programme} ${name}`);
    const wanted = await this.#filling.db
      .selectFrom('media')
      .select('sha256')
      .where('programme_id', '=', programme)
      .where('sha256', '=', name)
      .executeTakeFirst();
    // Taken back since, or come after the rows were read.
    if (key === undefined || wanted === undefined) return;
    const bytes = openBytes(key, `media ${programme} ${name}`, sealed);
    if (sha256(bytes) !== name) throw new Damaged('A file differs from its hash');
    const { files } = mediaOf(this.#services);
    await files.keep(name, bytes);
    this.#arrived.add(`${programme} ${name}`);
    this.#counts = { ...this.#counts, files: this.#counts.files + 1 };
  }

  async #takeRecording(name: string, bytes: Buffer): Promise<void> {
    if (sha256(bytes) !== name) throw new Damaged('A recording differs from its hash');
    const { settings, atRest } = this.#services;
    await writeRecording(settings.data, name, bytes, atRest);
    this.#sent.recordings += 1;
    this.#counts = { ...this.#counts, recordings: this.#counts.recordings + 1 };
  }

  /** One that is there is never written over. */
  async #takeKeyPair(name: string, bytes: Buffer): Promise<void> {
    const programme = /^([a-z0-9-]+)\.json$/.exec(name)?.[1];
    if (programme === undefined) throw new Damaged('The backup has a key with a strange name');
    const { settings, atRest } = this.#services;
    const folder = join(settings.data, 'keys');
    makeFolder(folder, 0o700);
    try {
      const lying = atRest.seal('programme-key', programme, bytes);
      await writeFile(join(folder, name), lying, { mode: 0o600, flag: 'wx', flush: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }

  async #end({ bytes }: Part): Promise<void> {
    const manifest = ManifestSchema.parse(JSON.parse(bytes.toString()));
    const { parts, sha256: hash } = this.#hash.value;
    const rows = Object.entries(manifest.rows).every(([table, count]) => (this.#rows.get(table) ?? 0) === count);
    const same = manifest.files === this.#sent.files && manifest.recordings === this.#sent.recordings;
    if (!rows || !same || manifest.parts !== parts || manifest.sha256 !== hash) {
      throw new Damaged('The backup does not hold what its manifest says');
    }
    await this.#filling.setCounters(manifest.counters);
    this.#ended = true;
  }

  /** Their devices offer them again where they still have them. */
  async #forgetFilesWithoutBytes(): Promise<void> {
    const rows = await this.#filling.db.selectFrom('media').select(['programme_id', 'sha256']).execute();
    for (const { programme_id, sha256: name } of rows) {
      if (this.#arrived.has(`${programme_id} ${name}`)) continue;
      await this.#filling.db
        .deleteFrom('media')
        .where('programme_id', '=', programme_id)
        .where('sha256', '=', name)
        .execute();
    }
  }
}

function linesOf(bytes: Buffer): unknown[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function rowOf(row: Record<string, unknown>, { columns }: TableShape): Row {
  return Object.fromEntries(
    Object.entries(columns).map(([column, kind]) => [column, travelling(row[column] ?? null, kind)]),
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
