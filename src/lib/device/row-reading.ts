import type * as z from 'zod/mini';

/** Rows that parse, and how many did not: those stay in their table untouched, for a version that can read them. */
export interface Readable<T> {
  rows: T[];
  unreadable: number;
}

export function readable<T>(schema: z.ZodMiniType<T>, raw: readonly unknown[]): Readable<T> {
  const rows = raw.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
  return { rows, unreadable: raw.length - rows.length };
}

export function readOne<T>(schema: z.ZodMiniType<T>, raw: unknown): T | null {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
