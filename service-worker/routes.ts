import { createHandlerBoundToURL } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { SHELL_URL, hasShell } from './precache';

/** Every address of Tell, of My stories and of receipts, nested ones included. */
export const TELL_PATHS = /^\/(?:t|mine|r)(?:\/|$)/;

/**
 * Tell is answered from the kept shell first, network or not: the second visit opens at once, in a basement and behind a
 * captive portal alike. The front door asks the network, and without one leads to the collectors this device knows.
 * Everything else goes to the network untouched.
 */
export function serveTell(): void {
  if (!hasShell) return;
  registerRoute(new NavigationRoute(createHandlerBoundToURL(SHELL_URL), { allowlist: [TELL_PATHS] }));
  registerRoute(({ request, url }) => request.mode === 'navigate' && url.pathname === '/', networkOrShell);
}

async function networkOrShell({ request }: { request: Request }): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return Response.redirect(SHELL_URL, 302); // no network: the shell has an address of its own
  }
}
