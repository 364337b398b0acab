import type { ServerResponse } from 'node:http';

const EVERYWHERE = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
  // Not no-referrer: browsers would then send `Origin: null` with our own forms, which Kit rightly refuses (Fetch,
  // "append a request Origin header"). Other origins are told nothing either way.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

export interface Site {
  /** People reach this server by https under a name of its own. */
  readonly overHttps: boolean;
  /** The policies of the pages that lie ready, by path (prerendered-policies.ts). */
  readonly prerendered: ReadonlyMap<string, string>;
}

/**
 * Sets the headers every response carries: hooks.server.ts sees neither prerendered pages nor static files nor the
 * service worker. Whoever answers may replace them: Kit does so with its whole policy on pages made on request.
 * @param path without the query
 */
export function setSecurityHeaders(response: ServerResponse, path: string, { overHttps, prerendered }: Site): void {
  for (const [name, value] of Object.entries(EVERYWHERE)) response.setHeader(name, value);
  response.setHeader('content-security-policy', prerendered.get(path) ?? policyFor(path));
  response.setHeader('cache-control', path.startsWith('/api/') ? 'no-store' : 'no-cache');
  // Not with the self-made certificate: HSTS would then bind every port of localhost to https.
  if (overHttps) response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
}

function policyFor(path: string): string {
  // A worker lives under the policy of its own script (CSP 3, section 4.2.2): what it may fetch is said here.
  if (path.endsWith('.js')) return `${NOTHING}; script-src 'self'; connect-src 'self'; ${TRUSTED_TYPES}`;
  // A picture opened by its own address must not run what might be drawn into it.
  if (path.endsWith('.svg')) return `${NOTHING}; style-src 'unsafe-inline'; sandbox`;
  if (path.startsWith('/api/') || /\.\w+$/.test(path)) return `${NOTHING}; sandbox`;
  // A redirect, or Kit's last page when everything else failed, which brings its own style and runs nothing.
  return `${NOTHING}; style-src 'unsafe-inline'`;
}

const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types";
