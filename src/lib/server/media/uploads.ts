import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { FileConfigstore, FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Collector } from '../../domain/programme/collector';
import { FILE_TYPES, MAX_FILE_BYTES } from '../../domain/story/media-limits';
import { UploadMetadataSchema } from '../../protocol/media';
import { API } from '../../protocol/routes';
import { describeError } from '../log';
import type { AtRest } from '../at-rest/at-rest';
import type { Services } from '../services';
import { codeOf } from '../error-code';
import { storeFailureOf } from '../store/failure';
import { bearerToken, hashToken } from '../token';
import { IDLE_MS, MAX_COLLECTOR_BYTES, MAX_UNFINISHED_BYTES, MAX_UNFINISHED_FILES, UNFINISHED_MS } from './bounds';
import { refusedFile, takenFile, uploadProblem, type Answered } from './file-answers';
import type { MediaFiles } from './port';
import { takeFile } from './take-file';
import { inOurShape } from './upload-response';

export interface Uploads {
  handle(request: Request): Promise<Response>;
  /** Removes uploads that were not finished in time. @returns how many */
  removeExpired(): Promise<number>;
  /** Removes what has arrived of files that nobody waits for any more. */
  abandon(programme: string, files: ReadonlySet<string>): Promise<void>;
}

const UPLOAD_ID = /^[0-9a-f]{32}$/;
const NOT_WRITTEN = 'Something went wrong receiving the file\n';
const PATIENCE_SECONDS = 60;
const FULL_SECONDS = 60 * 60;

/**
 * Takes files in pieces by the tus protocol. Every request carries the capture token of a collector, and only that
 * collector's tokens can go on with an upload. The hash counts, not the protocol's offsets: `takeFile` has the last word.
 *
 * ```
 *  POST ──▶ not needed any more: `already`      PATCH ... PATCH (last byte) ──▶ takeFile ──▶ stored | refused
 *    └────▶ begun, at its own address ──▶ HEAD ─┘   └─ connection lost: what came is kept, HEAD says how much
 *                                                   └─ answer lost: HEAD finds it whole and takes it ──▶ 404 ──▶ POST
 * ```
 */
export function openUploads(services: Services, files: MediaFiles, folder: string): Uploads {
  const { store, limits, now, log, atRest } = services;
  const configstore = new FileConfigstore(folder);
  const datastore = new UnfinishedFiles(
    { directory: folder, configstore, expirationPeriodInMilliseconds: UNFINISHED_MS },
    atRest,
  );
  const taking = new Map<string, Promise<Answered>>();

  async function collectorFrom(request: Request): Promise<Collector> {
    const token = bearerToken(request);
    const hash = token === null ? '' : hashToken(token);
    const collector = token === null ? null : await store.collectorOfToken(hash);
    if (collector === null || collector.revoked) throw uploadProblem('token_not_valid');
    const pace = (request.method === 'POST' ? limits.uploadsByToken : limits.piecesByToken).take(hash, now());
    if (pace.kind === 'wait') throw uploadProblem('too_many_tries', pace.seconds);
    return collector;
  }

  async function forget(id: string): Promise<void> {
    await Promise.all([rm(join(folder, id), { force: true }), rm(join(folder, `${id}.json`), { force: true })]);
  }

  /** Of one collector, the one that has waited longest for a byte first. */
  async function unfinishedOf(collector: Collector): Promise<Unfinished[]> {
    const found = await Promise.all(
      (await configstore.list()).map(async (id) => {
        const upload = await configstore.get(id);
        if (upload?.metadata?.['collector'] !== collector.code) return [];
        return [{ id, bytes: upload.size ?? 0, touched: await touched(join(folder, id)) }];
      }),
    );
    return found.flat().sort((a, b) => a.touched - b.touched);
  }

  /** One that announces much and sends nothing must not keep a collector's room for a week. */
  async function hasRoom(collector: Collector, announced: number): Promise<boolean> {
    const unfinished = await unfinishedOf(collector);
    let bytes = unfinished.reduce((sum, one) => sum + one.bytes, announced);
    let files = unfinished.length + 1;
    const idleBefore = now().getTime() - IDLE_MS;
    for (const one of unfinished) {
      if (bytes <= MAX_UNFINISHED_BYTES && files <= MAX_UNFINISHED_FILES) return true;
      if (one.touched > idleBefore) return false;
      await forget(one.id);
      bytes -= one.bytes;
      files -= 1;
    }
    return bytes <= MAX_UNFINISHED_BYTES;
  }

  /** Once for each upload, also when the last bytes and a question about them come at the same time. */
  function take(id: string, metadata: Record<string, string | null> | undefined): Promise<Answered> {
    const under = taking.get(id);
    if (under !== undefined) return under;
    const programme = metadata?.['programme'] ?? '';
    const collector = metadata?.['collector'] ?? '';
    const read = async () => atRest.openUnfinished(id, await readFile(join(folder, id)));
    const taken = takeFile(services, files, { read, metadata, programme, collector })
      .then(async (answer) => {
        await forget(id);
        log.info({ status: answer.status_code }, 'file');
        return answer;
      })
      .finally(() => taking.delete(id));
    taking.set(id, taken);
    return taken;
  }

  const tus = new Server({
    path: API.media,
    datastore,
    relativeLocation: true,
    allowedOrigins: () => false,
    maxSize: Math.max(...Object.values(MAX_FILE_BYTES)),
    getFileIdFromRequest: (_, last) => (last !== undefined && UPLOAD_ID.test(last) ? last : undefined),

    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST') return; // asked in onUploadCreate, which needs the collector
      const collector = await collectorFrom(request);
      const upload = await datastore.getUpload(id);
      if (upload.metadata?.['collector'] !== collector.code) throw uploadProblem('not_found');
      if (request.method === 'HEAD' && upload.offset === upload.size) await take(id, upload.metadata);
    },

    onUploadCreate: async (request, upload) => {
      const collector = await collectorFrom(request);
      const announced = UploadMetadataSchema.safeParse(upload.metadata);
      if (!announced.success || upload.size === undefined || upload.size === 0) throw uploadProblem('bad_request');
      const { sha256, kind, mime } = announced.data;
      const epoch = await store.epoch();
      const programme = await store.programme(collector.programme);
      if (programme?.state === 'closed') throw uploadProblem('collector_closed');
      if (upload.size > MAX_FILE_BYTES[kind]) throw refusedFile(epoch, sha256, 'too_large');
      if (!FILE_TYPES[kind].includes(mime)) throw refusedFile(epoch, sha256, 'wrong_type');
      const held = await store.mediaOf(collector.programme, sha256);
      if (held !== null && (await files.size(sha256)) !== null) throw takenFile(epoch, sha256, 'already');
      const { bytes } = await store.mediaFrom(collector);
      if (bytes + upload.size > MAX_COLLECTOR_BYTES) throw uploadProblem('storage_full', FULL_SECONDS);
      if (!(await hasRoom(collector, upload.size))) throw uploadProblem('busy', PATIENCE_SECONDS);
      return { metadata: { ...announced.data, collector: collector.code, programme: collector.programme } };
    },

    onUploadFinish: async (_, upload) => {
      const answer = await take(upload.id, upload.metadata);
      if (answer.status_code >= 400) throw answer;
      return answer;
    },

    onResponseError: (_, error) => {
      // So says the file store of whatever keeps it from writing; a broken connection, the other cause, hears nothing.
      if ('status_code' in error && error.body === NOT_WRITTEN) return uploadProblem('storage_full', PATIENCE_SECONDS);
      if ('status_code' in error) return error;
      if (storeFailureOf(error) === 'storage_full' || codeOf(error) === 'ENOSPC')
        return uploadProblem('storage_full', PATIENCE_SECONDS);
      log.error({ part: 'media', ...describeError(error) }, 'fault');
      return uploadProblem('server_fault');
    },
  });

  return {
    handle: async (request) => inOurShape(await tus.handleWeb(request)),
    async removeExpired() {
      const before = now().getTime() - UNFINISHED_MS;
      let removed = 0;
      for (const id of await configstore.list()) {
        const upload = await configstore.get(id);
        const begun = Date.parse(upload?.creation_date ?? '');
        if (begun >= before) continue;
        await forget(id);
        removed += 1;
      }
      return removed;
    },
    async abandon(programme, hashes) {
      for (const id of await configstore.list()) {
        const metadata = (await configstore.get(id))?.metadata;
        if (metadata?.['programme'] === programme && hashes.has(metadata['sha256'] ?? '')) await forget(id);
      }
    },
  };
}

interface Unfinished {
  readonly id: string;
  /** As announced. */
  readonly bytes: number;
  /** When the last byte came. */
  readonly touched: number;
}

/** One that has gone meanwhile waits longest. */
async function touched(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** The folder is there: the library would make it later, unasked, and end the process where that fails. */
// @ts-expect-error -- private in the library, which calls it in its constructor
class UnfinishedFiles extends FileStore {
  readonly #atRest: AtRest;

  constructor(options: ConstructorParameters<typeof FileStore>[0], atRest: AtRest) {
    super(options);
    this.#atRest = atRest;
  }

  override write(bytes: Readable, id: string, offset: number): Promise<number> {
    const sealing = this.#atRest.sealUnfinished(id, offset);
    // A line that breaks ends both; whoever writes to the disk says so.
    return super.write(sealing === null ? bytes : pipeline(bytes, sealing, () => undefined), id, offset);
  }

  override checkOrCreateDirectory(): void {
    return undefined;
  }
}
