import type { Page } from '@playwright/test';
import type { Draft } from '../../../src/lib/domain/story/draft';

/** The newest unfinished story as it lies on the device; null where there is none. */
export function keptDraft(page: Page): Promise<Draft | null> {
  return page.evaluate(
    () =>
      new Promise<Draft | null>((resolve, reject) => {
        const opening = indexedDB.open('sheaf');
        opening.onerror = () => reject(new Error('the database does not open', { cause: opening.error }));
        opening.onsuccess = () => {
          const rows = opening.result.transaction('drafts').objectStore('drafts').getAll();
          rows.onerror = () => reject(new Error('the drafts cannot be read', { cause: rows.error }));
          rows.onsuccess = () => {
            opening.result.close();
            const kept = rows.result as { savedAt: number; draft: Draft }[]; // what the device wrote itself
            resolve(kept.sort((one, other) => other.savedAt - one.savedAt)[0]?.draft ?? null);
          };
        };
      }),
  );
}

/** What was told, without where the teller is and how long they took. */
export function toldIn(draft: Draft | null): string {
  if (draft === null) return '';
  const { step: _step, secondsPerStep: _seconds, ...told } = draft;
  return JSON.stringify(told);
}
