import { isUtf8 } from 'node:buffer';
import type { SqliteFile } from './driver';

/**
 * A text that is not UTF-8, which SQLite does not look at, and which ends the whole process in libsql as soon as it is read:
 * so every text is looked at as bytes first. @returns the table and column of the first; null = there is none
 */
export function unreadableText(file: SqliteFile): string | null {
  for (const [table] of file.rows("SELECT CAST(name AS BLOB) FROM sqlite_schema WHERE type = 'table'")) {
    if (!isText(table)) return 'sqlite_schema';
    const columns: string[] = [];
    for (const [column] of file.rows(`SELECT CAST(name AS BLOB) FROM pragma_table_info(${quoted(table, "'")})`)) {
      if (!isText(column)) return 'sqlite_schema';
      columns.push(column.toString());
    }
    const bytes = columns.map((column) => quoted(Buffer.from(column), '"')).map(asBytes);
    for (const row of file.rows(`SELECT ${bytes.join(', ')} FROM ${quoted(table, '"')}`)) {
      const found = row.findIndex((value) => value !== null && !isText(value));
      if (found >= 0) return `${table.toString()}.${columns[found]}`;
    }
  }
  return null;
}

/** Whatever a column is meant for: a row may say otherwise. */
const asBytes = (column: string) => `CASE typeof(${column}) WHEN 'text' THEN CAST(${column} AS BLOB) END`;
const quoted = (name: Buffer, mark: string) => `${mark}${name.toString().replaceAll(mark, mark + mark)}${mark}`;

function isText(value: unknown): value is Buffer {
  return Buffer.isBuffer(value) && isUtf8(value);
}
