import { createHash } from 'node:crypto';
import * as z from 'zod';

const CODE = 'ROW_DAMAGED';

/**
 * Databases check where a row lies, not what it says. One that does not say what was stored is shown to nobody: whoever
 * reads it fails, with a code rather than a class, since two bundles share one process.
 * @param place table and key, for the log as well: nothing of what the row holds, no code and no receipt
 */
export function rowDamaged(place: string, cause?: unknown): Error {
  const message = `${place}: this is not what was stored; restore the database from a backup`;
  return Object.assign(new Error(message, { cause }), { code: CODE, place });
}

/** Where the row lies; null for any other error. */
export function damagedPlace(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== CODE) return null;
  return 'place' in error && typeof error.place === 'string' ? error.place : null;
}

/** A text that was kept with its hash (SHA-256 as hex), unless it is another by now. @throws see `rowDamaged` */
export function storedText(place: string, text: unknown, hash: unknown): string {
  if (typeof text === 'string' && createHash('sha256').update(text).digest('hex') === hash) return text;
  throw rowDamaged(place);
}

/** What was kept as JSON. @throws see `rowDamaged` */
export function storedJson<S extends z.core.$ZodType>(place: string, schema: S, text: unknown): z.output<S> {
  let json: unknown;
  try {
    if (typeof text === 'string') json = JSON.parse(text);
  } catch {
    // Its message would quote what is there.
    throw rowDamaged(place);
  }
  return storedValue(place, schema, json);
}

/** What was kept as it is: a word of a list, say. @throws see `rowDamaged` */
export function storedValue<S extends z.core.$ZodType>(place: string, schema: S, value: unknown): z.output<S> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  throw rowDamaged(place);
}

/** @throws see `rowDamaged` */
export function storedMoment(place: string, text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw rowDamaged(place);
  return moment;
}
