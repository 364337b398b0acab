import { PUSH_TAG } from './push-pass';

/** Background Sync is not in TypeScript's DOM library: only Chromium has it. */
interface SyncRegistration {
  sync: { register(tag: string): Promise<void> };
}

/**
 * Asks the browser to wake the service worker when there is a network, also after the page is closed. Chromium only; where
 * it is missing or refused, stories leave when Sheaf is opened again.
 */
export async function askForBackgroundSync(): Promise<'asked' | 'not_available'> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration === undefined || !('sync' in registration)) return 'not_available';
  try {
    await (registration as unknown as SyncRegistration).sync.register(PUSH_TAG); // checked on the line above
    return 'asked';
  } catch {
    return 'not_available'; // the person has switched it off, or there is no active worker yet: the loop sends
  }
}
