import { gunzipSync } from 'node:zlib';

export type BodyRead =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'not_json' };

/** What is read of a request: a `Request`, or one of Node's own made to look like it (http/direct-push.ts). */
export interface Sent {
  readonly headers: Pick<Headers, 'get'>;
  readonly body: {
    getReader(): { read(): Promise<{ readonly done?: boolean; readonly value?: Uint8Array | undefined }> };
  } | null;
}

/** What we send nests seven deep; far deeper texts are made to exhaust the stack of whoever walks them. */
const MAX_DEPTH = 32;

/**
 * Reads a JSON body, inflating gzip (adapter-node does not). Neither the bytes sent nor the bytes after inflating may
 * exceed the limit: a kilobyte of gzip can hold a megabyte of zeros.
 */
export async function readJsonBody(request: Sent, maxBytes: number): Promise<BodyRead> {
  // Refused before a byte is read. Nothing after this cancels the stream: that would end the connection before the
  // answer is out.
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { kind: 'too_large' };
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') return { kind: 'not_json' };
  const sent = await readAtMost(request, maxBytes);
  if (sent.kind !== 'bytes') return sent;
  const plain = encoding === 'gzip' ? inflated(sent.bytes, maxBytes) : sent;
  return plain.kind === 'bytes' ? parse(plain.bytes) : plain;
}

type Bytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Exclude<BodyRead, { kind: 'json' }>;

async function readAtMost(request: Sent, maxBytes: number): Promise<Bytes> {
  if (request.body === null) return { kind: 'bytes', bytes: new Uint8Array() };
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done === true || value === undefined) return { kind: 'bytes', bytes: Buffer.concat(chunks) };
      size += value.byteLength;
      if (size > maxBytes) return { kind: 'too_large' };
      chunks.push(value);
    }
  } catch {
    return { kind: 'not_json' }; // the connection broke, so nobody hears the answer either
  }
}

/** Here and now: a quarter of a megabyte at most takes less time than handing it to another thread and back. */
function inflated(bytes: Uint8Array, maxBytes: number): Bytes {
  try {
    return { kind: 'bytes', bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return { kind: code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'not_json' };
  }
}

function parse(bytes: Uint8Array): BodyRead {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (deeperThan(text, MAX_DEPTH)) return { kind: 'not_json' };
    return { kind: 'json', value: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'not_json' }; // not UTF-8 or not JSON: the parser's message would quote what was sent
  }
}

/** Counts brackets outside of strings, without recursion. */
function deeperThan(text: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charCodeAt(i);
    if (quoted) {
      if (char === BACKSLASH) i += 1;
      else if (char === QUOTE) quoted = false;
    } else if (char === QUOTE) quoted = true;
    else if (char === OPEN_BRACKET || char === OPEN_BRACE) {
      depth += 1;
      if (depth > most) return true;
    } else if (char === CLOSE_BRACKET || char === CLOSE_BRACE) depth -= 1;
  }
  return false;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
