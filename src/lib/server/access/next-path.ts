/**
 * Where to go after signing in. Only a path of our own: what comes in an address can be anything, and "//host" or
 * "/\host" would lead elsewhere.
 */
export function nextPath(asked: string | null, origin: string): string {
  if (asked === null || !asked.startsWith('/') || !URL.canParse(asked, origin)) return '/';
  const url = new URL(asked, origin);
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/';
}
