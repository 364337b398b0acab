import type { ServerResponse } from 'node:http';

const SECURITY_HEADERS = {
  // Pages made on request replace this by Kit's whole policy; prerendered pages carry the rest in a <meta> element,
  // where frame-ancestors is ignored by specification (CSP 3, section 3.3).
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Sets the headers every response carries: hooks.server.ts sees neither prerendered pages nor the service worker. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
}
