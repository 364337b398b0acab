import { API } from '../src/lib/protocol/routes';

declare const self: ServiceWorkerGlobalScope;

const HOUR_MS = 60 * 60 * 1000;

/**
 * A browser looks for a new version when a page is loaded. One that stays open for weeks, on a tablet that many use, would
 * go on with what the server may not understand any more: when stories are sent, it is looked for as well, at most once an
 * hour. It takes over when no story is under way (take-over.ts).
 */
export function lookForVersion(): void {
  let looked = -Infinity;
  self.addEventListener('fetch', (event) => {
    if (new URL(event.request.url).pathname !== API.push || performance.now() - looked < HOUR_MS) return;
    looked = performance.now();
    event.waitUntil(
      self.registration.update().catch(() => {
        looked = -Infinity; // no network: there is another push later
      }),
    );
  });
}
