import type { CachedSnapshot } from './snapshot-cache';

/** The snapshot, or 304 when the caller has this very one. Always asked about again: roles may have gone. */
export async function columnsResponse(request: Request, snapshot: CachedSnapshot): Promise<Response> {
  const headers = new Headers({
    etag: snapshot.etag,
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding, cookie',
  });
  if (matches(request.headers.get('if-none-match'), snapshot.etag)) return new Response(null, { status: 304, headers });
  headers.set('content-type', 'application/octet-stream');
  const zipped = acceptsGzip(request.headers.get('accept-encoding'));
  if (zipped) headers.set('content-encoding', 'gzip');
  const bytes = await (zipped ? snapshot.gzipped() : snapshot.plain);
  headers.set('content-length', String(bytes.byteLength));
  return new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(), { headers }); // made by us, never on shared memory
}

/** Proxies that compress make an ETag weak; for this use both spellings name the same bytes. */
function matches(header: string | null, etag: string): boolean {
  const named = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes(etag) || named.includes('*');
}

function acceptsGzip(header: string | null): boolean {
  return (header ?? '').split(',').some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
}
