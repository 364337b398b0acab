import type { Page } from '@playwright/test';

/** What this browser's device database holds in a table, as it lies there; nothing while there is no database. */
export function rowsOnDevice(page: Page, table: 'drafts' | 'outbox' | 'editions'): Promise<unknown[]> {
  return page.evaluate(async (name) => {
    // Opening a database that is not there would make an empty one, which Sheaf could not read.
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === 'sheaf')) return [];
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('sheaf');
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('not opened'));
    });
    try {
      return await new Promise<unknown[]>((resolve, reject) => {
        const asked = opened.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('not read'));
      });
    } finally {
      opened.close();
    }
  }, table);
}
