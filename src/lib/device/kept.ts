/**
 * Why this device could not keep or read something. A screen chooses its own words by `kind`:
 *
 * | kind | what happened | what helps |
 * |---|---|---|
 * | storage_full | the browser's quota or the disk is used up | free space; what was kept before is still there |
 * | storage_unavailable | no IndexedDB: private mode, blocked by a setting | tell while online, or leave private mode |
 * | storage_blocked | another tab holds an older database open and did not answer | close other tabs, try again |
 * | storage_failed | anything else the browser reported | try again |
 */
export interface StorageProblem {
  kind: 'storage_full' | 'storage_unavailable' | 'storage_blocked' | 'storage_failed';
  cause: unknown;
}

/** Expected failure is a value: every store method answers with this and throws only on a bug. */
export type Kept<T> = { kind: 'kept'; value: T } | StorageProblem;

export function kept<T>(value: T): Kept<T> {
  return { kind: 'kept', value };
}

const KIND_OF_ERROR: Readonly<Record<string, StorageProblem['kind']>> = {
  QuotaExceededError: 'storage_full',
  MissingAPIError: 'storage_unavailable',
  // Firefox in private mode before 115, and a browser told to keep no site data.
  InvalidStateError: 'storage_unavailable',
  SecurityError: 'storage_unavailable',
  TimeoutError: 'storage_blocked',
};

/** Dexie wraps what the browser reported (`inner`), and an aborted transaction hides its reason there. */
export function storageProblem(cause: unknown): StorageProblem {
  for (let error: unknown = cause; error instanceof Error; error = innerOf(error)) {
    const kind = KIND_OF_ERROR[error.name];
    if (kind !== undefined) return { kind, cause };
  }
  return { kind: 'storage_failed', cause };
}

function innerOf(error: Error): unknown {
  return 'inner' in error && error.inner !== error ? error.inner : error.cause;
}
