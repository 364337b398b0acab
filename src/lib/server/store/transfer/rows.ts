import type { Kind } from './tables';

export type Value = string | number | boolean | null;
/** A row as it travels, the same from either engine: dates as ISO 8601 in UTC, booleans as such. */
export type Row = Readonly<Record<string, Value>>;

/** @throws TypeError when the database holds something else than the table's shape says */
export function travelling(value: unknown, kind: Kind): Value {
  if (value === null) return null;
  switch (kind) {
    case 'text':
      if (typeof value === 'string') return value;
      break;
    case 'integer':
      if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
      break;
    case 'boolean':
      if (typeof value === 'boolean') return value;
      if (value === 0 || value === 1) return value === 1;
      break;
    case 'date':
      if (value instanceof Date || typeof value === 'string') return new Date(value).toISOString();
  }
  throw new TypeError(`a ${kind} was expected, not ${typeof value}`);
}

/** The same value as its engine keeps it. */
export function kept(value: Value, engine: 'sqlite' | 'postgres'): Value {
  return engine === 'sqlite' && typeof value === 'boolean' ? Number(value) : value;
}
