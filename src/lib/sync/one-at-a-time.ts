import type { Meta } from '../device/device';

export const SYNC_LOCK = 'sheaf-sync';
/** A pass without Web Locks holds its lease this long at most; a killed tab keeps others waiting no longer. */
export const LEASE_MS = 60_000;

/**
 * Runs the work unless another tab, or the service worker, is at it. The lock is held for a pass, not for the life of the
 * page: a frozen tab keeps nobody waiting, and a page in the back/forward cache holds nothing.
 * @param locks undefined where the browser has no Web Locks (Safari before 15.4): then a lease in the store, best effort
 */
export async function oneAtATime<T>(
  locks: LockManager | undefined,
  lease: { meta: Pick<Meta, 'takeLease' | 'releaseLease'>; owner: string; now: () => number },
  work: () => Promise<T>,
): Promise<T | 'held_elsewhere'> {
  if (locks !== undefined) {
    return await locks.request(SYNC_LOCK, { ifAvailable: true }, async (lock) =>
      lock === null ? 'held_elsewhere' : await work(),
    );
  }
  const taken = await lease.meta.takeLease(lease.owner, lease.now(), LEASE_MS);
  if (taken.kind === 'kept' && !taken.value) return 'held_elsewhere';
  try {
    return await work();
  } finally {
    await lease.meta.releaseLease(lease.owner);
  }
}
