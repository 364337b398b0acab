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

async function takeOverUnlessTelling(): Promise<void> {
  if (!(await somebodyTells())) await self.skipWaiting();
}

async function somebodyTells(): Promise<boolean> {
  if (self.navigator.locks === undefined) {
    // Only the page that asks is known to be free.
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    return pages.length > 1;
  }
  const { held = [], pending = [] } = await self.navigator.locks.query();
  return [...held, ...pending].some(({ name }) => name === TELLING_LOCK);
}
