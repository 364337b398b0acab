import { Readable } from 'node:stream';
import { problem } from '../problem';
import type { StoredFile } from '../store/port';
import type { MediaFiles } from './port';

const HEADERS = {
  // Opened by its own address it is a dead page: no script, no form, no other content, whatever the bytes may hold.
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'content-disposition': 'inline; filename="file"',
  'accept-ranges': 'bytes',
} as const;

/** A stored file for an element of a page that plays or shows it, whole or a part of it (RFC 9110, section 14). */
export async function fileResponse(files: MediaFiles, file: StoredFile, request: Request): Promise<Response> {
  const size = await files.size(file.sha256);
  if (size === null || size === 0) return problem('not_found');
  const range = rangeOf(request.headers.get('range'), size);
  if (range === 'none_of_it') {
    return new Response(null, { status: 416, headers: { ...HEADERS, 'content-range': `bytes */${size}` } });
  }
  const [first, last] = range ?? [0, size - 1];
  const body = Readable.toWeb(files.read(file.sha256, first, last)) as ReadableStream; // Node's own type of the same thing
  return new Response(body, {
    status: range === null ? 200 : 206,
    headers: {
      ...HEADERS,
      'content-type': file.mime,
      'content-length': String(last - first + 1),
      ...(range === null ? {} : { 'content-range': `bytes ${first}-${last}/${size}` }),
    },
  });
}

/** First and last byte; null for the whole file, which is also the answer to a header that makes no sense or asks for several parts. */
export function rangeOf(header: string | null, size: number): [number, number] | 'none_of_it' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') return Number(to) === 0 ? 'none_of_it' : [Math.max(0, size - Number(to)), size - 1];
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= size ? 'none_of_it' : [first, last];
}
