const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something was made by another site's page. Browsers say where a request comes from;
 * programs that say nothing carry no cookies of a person either.
 */
export function isCrossSite(request: Request, ownOrigin: string): boolean {
  if (SAFE.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  return origin !== null && origin !== ownOrigin;
}
