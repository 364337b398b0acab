/** Longer waits than this are taken for this: a mistyped header must not silence a device for years. */
export const LONGEST_WAIT_MS = 60 * 60 * 1000;

/**
 * The Retry-After header in milliseconds (RFC 9110, 10.2.3): seconds, or a date, which is measured from the server's own
 * Date header because the device's clock may be years wrong. Null when absent or not understood.
 */
export function retryAfterMs(header: string | null, serverTime: number | null): number | null {
  if (header === null) return null;
  const trimmed = header.trim();
  if (/^\d+$/.test(trimmed)) return Math.min(Number(trimmed) * 1000, LONGEST_WAIT_MS);
  const date = Date.parse(trimmed);
  if (Number.isNaN(date) || serverTime === null) return null;
  return Math.min(Math.max(0, date - serverTime), LONGEST_WAIT_MS);
}
