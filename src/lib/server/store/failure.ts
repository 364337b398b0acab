/**
 * What a store can fail of that whoever asked can do something about. `kind` rather than a class: two bundles share one
 * process.
 */
export type StoreFailure =
  /** No room on the disk: nothing was stored. */
  | 'storage_full'
  /** The database cannot be reached, or the answer to a commit was lost: what was asked may be asked again. */
  | 'store_unavailable'
  /** More is waiting to be written than the memory is meant to hold. */
  | 'store_busy'
  /** The programme was closed and takes nothing any more: whoever sent it keeps it. */
  | 'programme_closed';

const KINDS: readonly StoreFailure[] = ['storage_full', 'store_unavailable', 'store_busy', 'programme_closed'];

/** Null for everything that is a fault of ours. */
export function storeFailureOf(error: unknown): StoreFailure | null {
  if (!(error instanceof Error) || !('kind' in error)) return null;
  return KINDS.find((kind) => kind === error.kind) ?? null;
}

export function storeFailure(kind: StoreFailure, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { kind });
}
