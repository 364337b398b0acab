import { TELLING_LOCK } from '../src/lib/sync/telling-lock';

declare const self: ServiceWorkerGlobalScope;

/**
 * A new version waits until a page asks it to take over (workbox-window's SKIP_WAITING), and does so only while no story is
 * under way in any tab: taking over drops the old version's files, which an open story may still have to load. Pages
 * ask when they open, and when a story in them has ended.
 */
export function takeOverWhenAsked(): void {
  self.addEventListener('message', (event) => {
    if ((event.data as { type?: unknown } | null)?.type !== 'SKIP_WAITING') return; // any page of this origin may send anything
    event.waitUntil(takeOverUnlessTelling());
  });
}

/** A page asks as soon as it has let go of the lock; word of that may come here a little later than the question. */
const LOOKS = 12;
const BETWEEN_LOOKS_MS = 400;

async function takeOverUnlessTelling(): Promise<void> {
  const { locks } = self.navigator;
  if (locks === undefined) {
    // Only the page that asks is known to be free.
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (pages.length <= 1) await self.skipWaiting();
    return;
  }
  for (let look = 0; look < LOOKS; look += 1) {
    // Exclusive, so that no story begins in the moment of taking over.
    const taken = await locks.request(TELLING_LOCK, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await self.skipWaiting();
      return lock !== null;
    });
    if (taken) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}
