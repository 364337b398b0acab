import type { Page } from '@playwright/test';

/**
 * Everything that somebody with this browser in hand can read: the page with what is typed into it, every database and store of
 * the origin, what is cached, and the state of the history.
 */
export function leftIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('refused'));
      });
    const textOf = async (value: unknown): Promise<string> => {
      if (value instanceof Blob) return value.text();
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value); // both are bytes
      if (typeof value === 'object' && value !== null)
        return (await Promise.all(Object.values(value).map(textOf))).join(' ');
      return String(value);
    };
    const found = [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value), // chosen by name
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]),
    ];
    for (const { name = '' } of await indexedDB.databases()) {
      const opened = await done(indexedDB.open(name));
      for (const table of opened.objectStoreNames) {
        found.push(await textOf(await done<unknown[]>(opened.transaction(table).objectStore(table).getAll())));
      }
      opened.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const kept = await cache.match(request);
        found.push(request.url, (await kept?.text()) ?? '');
      }
    }
    return found.join('\n');
  });
}
