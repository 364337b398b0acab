import type { Kysely } from 'kysely';
import type { Tables } from '../store/sql/tables';
import type { Row } from '../store/transfer/rows';
import { openText, sealText } from './content-seal';

/** What a story holds, by table: the column with its id, and those that are sealed by its key. */
const SEALED: Readonly<Record<string, { story: string; columns: readonly string[] }>> = {
  // The hash of few words could be guessed at.
  stories: { story: 'id', columns: ['body', 'hash'] },
  restricted_copies: { story: 'story_id', columns: ['body'] },
  help_requests: { story: 'story_id', columns: ['contact', 'sealed'] },
  readings: { story: 'story_id', columns: ['note'] },
};

/** Refer to a story, and have nothing to be sealed. */
const OF_STORIES: Readonly<Record<string, string>> = { story_media: 'story_id' };

export type KeyOfStory = (programme: string, id: string) => string | undefined;

/** Rows as they lie in a backup: without keys, and with what stories hold sealed by them. @throws for a story without a key */
export async function sealRows(db: Kysely<Tables>, table: string, rows: readonly Row[]): Promise<Row[]> {
  const sealed = SEALED[table];
  if (sealed === undefined) return rows.map(withoutKey);
  const keyOf = table === 'stories' ? keysIn(rows) : await keysOf(db, rows);
  return rows.map((row) => {
    const [programme, story] = storyOf(row, sealed.story);
    const key = keyOf(programme, story);
    if (key === undefined) throw new Error(`the story ${story} has no key to be sealed by`);
    return withoutKey(replacing(row, sealed.columns, (text, place) => sealText(key, place, text), table));
  });
}

/** The same rows as a database keeps them; those of stories without a key are left out: they were taken back or erased. */
export function openRows(table: string, rows: readonly Row[], keyOf: KeyOfStory): Row[] {
  const sealed = SEALED[table];
  const column = sealed?.story ?? OF_STORIES[table];
  if (column === undefined) return [...rows];
  return rows.flatMap((row) => {
    const key = keyOf(...storyOf(row, column));
    if (key === undefined) return [];
    if (sealed === undefined) return [row];
    const opened = replacing(row, sealed.columns, (text, place) => openText(key, place, text), table);
    return [table === 'stories' ? { ...opened, content_key: key } : opened];
  });
}

function withoutKey({ content_key: _, ...row }: Row): Row {
  return row;
}

function storyOf(row: Row, column: string): [programme: string, story: string] {
  return [String(row['programme_id']), String(row[column])];
}

function replacing(
  row: Row,
  columns: readonly string[],
  by: (text: string, place: string) => string,
  table: string,
): Row {
  const { programme_id, id, story_id } = row;
  const replaced = columns.map((column) => {
    const value = row[column] ?? null;
    const place = [table, column, programme_id, id ?? story_id].join(' ');
    return [column, typeof value === 'string' ? by(value, place) : value];
  });
  return { ...row, ...(Object.fromEntries(replaced) as Row) }; // made of the values just above
}

function keysIn(rows: readonly Row[]): KeyOfStory {
  const keys = new Map(rows.map((row) => [storyOf(row, 'id').join(' '), row['content_key']]));
  return keyIn(keys);
}

async function keysOf(db: Kysely<Tables>, rows: readonly Row[]): Promise<KeyOfStory> {
  const keys = new Map<string, unknown>();
  for (const programme of new Set(rows.map((row) => String(row['programme_id'])))) {
    const ids = rows.filter((row) => row['programme_id'] === programme).map((row) => String(row['story_id']));
    const found = await db
      .selectFrom('stories')
      .select(['id', 'content_key'])
      .where('programme_id', '=', programme)
      .where('id', 'in', [...new Set(ids)])
      .execute();
    for (const { id, content_key } of found) keys.set(`${programme} ${id}`, content_key);
  }
  return keyIn(keys);
}

function keyIn(keys: ReadonlyMap<string, unknown>): KeyOfStory {
  return (programme, id) => {
    const key = keys.get(`${programme} ${id}`);
    return typeof key === 'string' ? key : undefined;
  };
}
