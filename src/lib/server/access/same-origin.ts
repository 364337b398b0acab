import type { StaffEvent } from './staff';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something was sent by our own pages. SameSite=Lax keeps the cookie from foreign
 * sites already; this also holds where a browser is old or a neighbour shares the site (OWASP ASVS 3.5.1). Programs
 * that are no browser send neither header.
 */
export function isOurs(event: Pick<StaffEvent, 'request' | 'url'>): boolean {
  const { method, headers } = event.request;
  if (HARMLESS.has(method)) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin === null || origin === event.url.origin;
}
