const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|manifest\+json)|image\/svg\+xml)/;
/** Bytes from which an answer is packed. */
export const SMALLEST = 1024;

/**
 * Packs a text response made on request where the browser takes gzip; static files and prerendered pages lie there
 * packed already. Whoever packed a body itself is left alone.
 */
export function compressed(request: Request, response: Response): Response {
  const { headers } = response;
  if (response.body === null || headers.has('content-encoding')) return response;
  if (!TEXT.test(headers.get('content-type') ?? '')) return response;
  const length = headers.get('content-length');
  if (length !== null && Number(length) < SMALLEST) return response;
  headers.append('vary', 'accept-encoding');
  if (!acceptsGzip(request.headers.get('accept-encoding'))) return response;
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  // The packed bytes differ from the plain ones, so the tag may only say "the same content" (RFC 9110, section 8.8.1).
  const etag = headers.get('etag');
  if (etag?.startsWith('"') === true) headers.set('etag', `W/${etag}`);
  const packed = response.body.pipeThrough(new CompressionStream('gzip'));
  return new Response(packed, { status: response.status, statusText: response.statusText, headers });
}

/** @param offered the header `accept-encoding` */
export function acceptsGzip(offered: string | null): boolean {
  const offers = (offered ?? '').split(',').map((offer) => offer.trim().toLowerCase());
  return offers.some((offer) => offer === 'gzip' || (offer.startsWith('gzip;') && !/q=0(?:\.0+)?$/.test(offer)));
}

/** Whether the browser holds this content already; packed answers come with the weak form of the tag. */
export function hasEtag(request: Request, etag: string): boolean {
  const held = request.headers.get('if-none-match') ?? '';
  return held.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
}
