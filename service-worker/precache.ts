import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope & {
  /**
   * What Tell needs, written here by scripts/tell-precache.mjs when the build knows it: Kit's own list ($service-worker)
   * does not say which file belongs to which route, and the explorer's have no business on a phone. Undefined in `vite dev`.
   */
  __SHEAF_PRECACHE?: PrecacheEntry[];
};

export const SHELL_URL = '/offline-shell';

const ENTRIES: PrecacheEntry[] = self.__SHEAF_PRECACHE ?? [];

export const hasShell = ENTRIES.some(({ url }) => url === SHELL_URL);

export function precacheTell(): void {
  // No guessing of index.html or .html: an address is kept as it stands in the list, or it is not kept.
  precacheAndRoute(ENTRIES, { cleanURLs: false, directoryIndex: '' });
  cleanupOutdatedCaches();
}
