import { problem } from '../problem';
import type { Services } from '../services';
import { readRecording } from './folder';

const HEADERS = {
  // Opened by its own address it is a dead page, whatever the bytes may hold.
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  // Named by its hash: the same address is the same sound for ever.
  'cache-control': 'public, max-age=31536000, immutable',
  'content-disposition': 'inline; filename="recording"',
  'accept-ranges': 'bytes',
} as const;

/** A recording for anybody: it is a text of the programme, spoken. Safari plays nothing that it cannot ask for in parts. */
export async function recordingResponse(
  { store, settings, atRest }: Pick<Services, 'store' | 'settings' | 'atRest'>,
  programme: string,
  sha256: string,
  range: string | null,
): Promise<Response> {
  const mime = /^[0-9a-f]{64}$/.test(sha256) ? await store.recordingType(programme, sha256) : null;
  const bytes = mime === null ? null : await readRecording(settings.data, sha256, atRest);
  if (mime === null || bytes === null) return problem('not_found');
  const headers = { ...HEADERS, 'content-type': mime };
  const part = partOf(range, bytes.length);
  if (part === null)
    return new Response(body(bytes), { headers: { ...headers, 'content-length': String(bytes.length) } });
  const [first, last] = part;
  return new Response(body(bytes.subarray(first, last + 1)), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(last - first + 1),
      'content-range': `bytes ${first}-${last}/${bytes.length}`,
    },
  });
}

/** First and last byte of `bytes=0-1`; null = the whole, which is also the answer to what cannot be served (RFC 9110, 14.2). */
function partOf(range: string | null, size: number): [number, number] | null {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) return null;
  const first = Number(from);
  const last = to === '' || to === undefined ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? null : [first, last];
}

function body(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
