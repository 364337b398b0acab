import type { Page } from '@playwright/test';

type Table = 'collectors' | 'drafts' | 'outbox' | 'bodies' | 'editions';

/**
 * What this browser's device database holds in a table, as it lies there; nothing while there is no database. `put`
 * lays rows into it first, as a damaged disk or another version of Sheaf might.
 */
export function rowsOnDevice(page: Page, table: Table, put: readonly unknown[] = []): Promise<unknown[]> {
  return page.evaluate(
    async ({ table, put }) => {
      // Opening a database that is not there would make an empty one, which Sheaf could not read.
      const known = await indexedDB.databases();
      if (!known.some((database) => database.name === 'sheaf')) return [];
      const done = <T>(asked: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error ?? new Error('refused'));
        });
      const opened = await done(indexedDB.open('sheaf'));
      try {
        for (const row of put) await done(opened.transaction(table, 'readwrite').objectStore(table).put(row));
        return await done<unknown[]>(opened.transaction(table).objectStore(table).getAll());
      } finally {
        opened.close();
      }
    },
    { table, put },
  );
}
