import { liveQuery } from 'dexie';

const WATCH_AGAIN_MS = 1000;

/** Dexie tells other tabs and the service worker of every change, and is told by them. A query that failed is asked again. */
export function watch<T>(query: () => Promise<T>, listener: (value: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscribe = () =>
    liveQuery(query).subscribe({
      next: listener,
      error: () => (timer = setTimeout(() => (subscription = subscribe()), WATCH_AGAIN_MS)),
    });
  let subscription = subscribe();
  return () => {
    clearTimeout(timer);
    subscription.unsubscribe();
  };
}
