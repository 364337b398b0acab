/** Whether the browser promised not to clear this site's storage by itself when space runs short. */
export type Persistence = 'promised' | 'not_promised' | 'unknown';

/**
 * Asks once something worth keeping is here: Chromium decides by itself, Firefox asks the person. Safari deletes after
 * seven days of use without a visit whatever was promised, unless the site stands on the home screen.
 */
export async function askToPersist(storage: StorageManager | undefined = navigator.storage): Promise<Persistence> {
  if (storage === undefined || typeof storage.persist !== 'function') return 'unknown';
  try {
    if (await storage.persisted()) return 'promised';
    return (await storage.persist()) ? 'promised' : 'not_promised';
  } catch {
    return 'unknown'; // an opaque origin or a browser that refuses to say; nothing depends on the answer
  }
}
