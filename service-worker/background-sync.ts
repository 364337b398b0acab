import { openDevice } from '../src/lib/device/open-device';
import { PUSH_TAG, pushPass } from '../src/lib/sync/push-pass';

declare const self: ServiceWorkerGlobalScope;

/** Not in TypeScript's library: only Chromium has Background Sync. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** Chromium ends an event after some minutes; the pass is called off before, so that its lock is let go of in order. */
export const LONGEST_PASS_MS = 120_000;

/**
 * The browser says there is a network: the same pass as the page's, under the same lock. Stories stay in the outbox until
 * acknowledged, so workbox-background-sync, a queue of requests of its own, is not used.
 */
export function listenForBackgroundSync(): void {
  self.addEventListener('sync', (event) => {
    const { tag, waitUntil } = asSync(event);
    if (tag === PUSH_TAG) waitUntil(push());
  });
}

function asSync(event: Event) {
  const sync = event as SyncEvent; // `sync` events are these
  return { tag: sync.tag, waitUntil: (work: Promise<void>) => sync.waitUntil(work) };
}

/** @throws when something is left that a later event may send: the browser then raises one (at most a few times) */
async function push(): Promise<void> {
  const opened = await openDevice();
  if (opened.kind !== 'open') throw new Error(opened.kind, { cause: opened.cause });
  try {
    const result = await pushPass(opened.device, 'service-worker', false, AbortSignal.timeout(LONGEST_PASS_MS));
    // The event comes at once where the browser believes in a network. The page that is sending may be closed before it
    // gets through: the browser has to ask again.
    if (result === 'held_elsewhere') throw new Error('a page is sending');
    const { next } = result;
    if (next.kind === 'more') throw new Error('more stories wait');
    if (next.kind === 'later' && next.because !== 'link_closed') throw new Error(`stories wait: ${next.because}`);
  } finally {
    opened.device.close();
  }
}
