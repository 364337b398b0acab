import { registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  /** The files of each language beside Tell's own; written here by scripts/tell-precache.mjs. Undefined in `vite dev`. */
  __SHEAF_LANGUAGES?: Record<string, string[]>;
};

const FILES: Readonly<Record<string, readonly string[]>> = self.__SHEAF_LANGUAGES ?? {};
const CACHE = 'sheaf-language-';

/**
 * Keeps the words and letters of the languages somebody chose on this device, and of no other: each would cost every
 * phone what one phone needs. A new version fetches what it has of them before it takes over, so that nobody who
 * reads Arabic finds English the next time there is no network.
 */
export function keepLanguages(): void {
  const known = new Set(Object.values(FILES).flat());
  registerRoute(({ url }) => url.origin === self.location.origin && known.has(url.pathname), keptOrFetched);
  self.addEventListener('message', (event) => {
    const asked = event.data as { type?: unknown; locale?: unknown } | null; // anything may be posted; checked on the next line
    if (asked?.type === 'KEEP_LANGUAGE' && typeof asked.locale === 'string') event.waitUntil(keep(asked.locale));
  });
  self.addEventListener('install', (event) => {
    event.waitUntil(keptLocales().then((locales) => Promise.all(locales.map(keep))));
  });
  self.addEventListener('activate', (event) => {
    event.waitUntil(keptLocales().then((locales) => Promise.all(locales.map(forgetOld))));
  });
}

async function keptOrFetched({ request }: { request: Request }): Promise<Response> {
  return (await caches.match(request.url, { ignoreVary: true })) ?? fetch(request);
}

async function keptLocales(): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(CACHE)).map((name) => name.slice(CACHE.length));
}

async function keep(locale: string): Promise<void> {
  const files = FILES[locale];
  if (files === undefined) return;
  const cache = await caches.open(CACHE + locale);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(files.filter((file) => !kept.has(file)));
}

async function forgetOld(locale: string): Promise<void> {
  const files = FILES[locale];
  if (files === undefined) return void (await caches.delete(CACHE + locale));
  const cache = await caches.open(CACHE + locale);
  for (const request of await cache.keys()) {
    if (!files.includes(new URL(request.url).pathname)) await cache.delete(request);
  }
}
