import type { LoadFailure } from './kernel-messages';

/** A snapshot kept in memory with the name the server gave it. */
export interface HeldColumns {
  readonly etag: string | null;
  readonly bytes: ArrayBuffer;
}

export type ColumnsAnswer =
  | { readonly kind: 'fresh'; readonly columns: HeldColumns }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: LoadFailure };

const FAILURES: Readonly<Record<number, LoadFailure>> = {
  401: 'not_signed_in',
  403: 'not_allowed',
  404: 'not_found',
};

/** Only memory keeps record-level columns: the browser's disk cache is passed by. */
export async function fetchColumns(
  url: string,
  held: HeldColumns | null,
  get: typeof fetch = fetch,
): Promise<ColumnsAnswer> {
  const headers = held?.etag ? { 'If-None-Match': held.etag } : undefined;
  const response = await get(url, { cache: 'no-store', ...(headers && { headers }) }).catch(() => null);
  if (response === null) return { kind: 'failed', failure: 'offline' };
  if (response.status === 304) return { kind: 'unchanged' };
  if (!response.ok) return { kind: 'failed', failure: FAILURES[response.status] ?? 'server_fault' };
  const bytes = await response.arrayBuffer().catch(() => null);
  if (bytes === null) return { kind: 'failed', failure: 'offline' };
  return { kind: 'fresh', columns: { etag: response.headers.get('etag'), bytes } };
}
