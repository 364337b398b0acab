import { DetailedError, Upload } from 'tus-js-client';
import type { SendableFile } from '../device/media-queue';
import type { Answer } from '../protocol/client/call-api';
import { FileAnswerSchema, MEDIA_CHUNK_BYTES, type FileAnswer } from '../protocol/media';
import { ProblemSchema } from '../protocol/problem';
import { retryAfterMs } from '../protocol/client/retry-after';
import { API } from '../protocol/routes';

/** No byte moved for so long: a connection that is dead without saying so. */
const STALLED_MS = 60_000;
/** Tried again at once after a break, while bytes get through; then the loop's own waiting begins. */
const RETRIES_MS = [300, 1000, 2000];

export interface UploadWorld {
  readonly token: string;
  readonly signal: AbortSignal;
  /** Where the upload goes on from now on, also after a reload; null: it has to begin again. */
  readonly keepUrl: (url: string | null) => Promise<void>;
  /** Where a new upload begins; replaced in tests. */
  readonly endpoint?: string;
}

/** What came of an upload, and whether the server got further with it. */
export interface Uploaded {
  readonly answer: Answer<FileAnswer>;
  readonly moved: boolean;
}

/**
 * Sends one file, going on where the server says it stopped. Pages only: the client needs XMLHttpRequest. Only a parsed
 * answer of our server counts; that all bytes were sent is not one. An upload that is gone is asked for anew, once: a file
 * whose last answer was lost is then `already` there.
 */
export async function uploadFile(file: SendableFile, world: UploadWorld): Promise<Uploaded> {
  const went = await tried(file, file.uploadUrl, world);
  if (!isGone(went.answer)) return went;
  await world.keepUrl(null);
  const again = await tried(file, null, world);
  return { answer: again.answer, moved: went.moved || again.moved };
}

/** @param url of an upload that was begun: then nothing new is begun, whatever a proxy says meanwhile */
function tried(
  file: SendableFile,
  url: string | null,
  { token, signal, keepUrl, endpoint = API.media }: UploadWorld,
): Promise<Uploaded> {
  const { sha256, kind, mime } = file.ref;
  return new Promise((resolve) => {
    let moved = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (answer: Answer<FileAnswer>) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      resolve({ answer, moved });
    };
    const leave = (answer: Answer<FileAnswer>) => {
      void upload.abort();
      end(answer);
    };
    const cancel = () => leave({ kind: 'cancelled' });
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => leave({ kind: 'timed_out' }), STALLED_MS);
    };
    const upload = new Upload(file.bytes, {
      endpoint: url === null ? endpoint : null,
      uploadUrl: url,
      chunkSize: MEDIA_CHUNK_BYTES,
      metadata: { sha256, kind, mime },
      headers: { authorization: `Bearer ${token}` },
      // Our own database remembers, in the same row as the file.
      storeFingerprintForResuming: false,
      retryDelays: RETRIES_MS,
      // An answer is judged by the caller; only a broken connection is tried again here.
      onShouldRetry: (error) => !('originalResponse' in error) || error.originalResponse == null,
      onUploadUrlAvailable: () => {
        // From now on a break is no reason to begin anew.
        upload.options.endpoint = null;
        void keepUrl(upload.url);
      },
      onProgress: alive,
      onChunkComplete: () => {
        moved = true;
        alive();
      },
      onSuccess: ({ lastResponse }) => end(judged(lastResponse)),
      onError: (error) => {
        const response = error instanceof DetailedError ? error.originalResponse : null;
        end(response === null ? { kind: 'unreachable', cause: error } : judged(response));
      },
    });
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) return cancel();
    alive();
    upload.start();
  });
}

interface Heard {
  getStatus(): number;
  getBody(): string;
  getHeader(name: string): string | undefined;
}

function judged(response: Heard): Answer<FileAnswer> {
  const status = response.getStatus();
  const json = parsedJson(response.getBody());
  const time = Date.parse(response.getHeader('Date') ?? '');
  const serverTime = Number.isNaN(time) ? null : time;
  const answer = FileAnswerSchema.safeParse(json);
  if (answer.success) return { kind: 'answered', value: answer.data, serverTime };
  const wait = retryAfterMs(response.getHeader('Retry-After') ?? null, serverTime);
  const problem = ProblemSchema.safeParse(json);
  if (!problem.success || status < 400) return { kind: 'not_understood', status, retryAfterMs: wait };
  return { kind: 'refused', status, problem: problem.data, retryAfterMs: wait };
}

/** The server no longer has this upload: it came to its end, or was given up. Said by our server, or to a HEAD by its status. */
function isGone(answer: Answer<FileAnswer>): boolean {
  return (answer.kind === 'refused' || answer.kind === 'not_understood') && [404, 410].includes(answer.status);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a page, half a message, or nothing at all
  }
}
