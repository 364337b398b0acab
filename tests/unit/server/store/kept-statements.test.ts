import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';
import { keptStatements } from '$lib/server/store/sqlite/kept-statements';

function counted() {
  const prepared: string[] = [];
  const kept = keptStatements((text) => {
    prepared.push(text);
    return { text };
  });
  return { kept, prepared };
}

describe('statements of a file', () => {
  it('are prepared once', () => {
    const { kept, prepared } = counted();
    expect(kept.of('SELECT ?')).toBe(kept.of('SELECT ?'));
    expect(prepared).toEqual(['SELECT ?']);
  });

  it('are prepared anew after one failed', () => {
    const { kept, prepared } = counted();
    kept.of('SELECT 1');
    kept.drop('SELECT 1');
    kept.of('SELECT 1');
    expect(prepared).toHaveLength(2);
  });

  it('are kept in bounds: the one asked longest ago goes', () => {
    const { kept, prepared } = counted();
    for (let n = 0; n < 64; n += 1) kept.of(`SELECT ${n}`);
    kept.of('SELECT 0');
    kept.of('SELECT 64');
    kept.of('SELECT 0');
    expect(prepared).toHaveLength(65);
    kept.of('SELECT 1');
    expect(prepared).toHaveLength(66);
  });

  it('answer with what they are given, from tables as they are now, also after one failed', async () => {
    const file = openSqliteFile(':memory:', 0);
    const db = new Kysely<{ words: { word: string; more?: string } }>({ dialect: file.dialect() });
    const write = (word: string) => db.insertInto('words').values({ word }).execute();
    const read = () => db.selectFrom('words').selectAll().execute();
    file.exec('CREATE TABLE words (word TEXT PRIMARY KEY)');
    await write('one');
    await expect(write('one')).rejects.toThrow(/UNIQUE/);
    await write('two');
    expect(await read()).toEqual([{ word: 'one' }, { word: 'two' }]);
    await sql`ALTER TABLE words ADD COLUMN more TEXT DEFAULT 'x'`.execute(db);
    expect(await read()).toEqual([
      { word: 'one', more: 'x' },
      { word: 'two', more: 'x' },
    ]);
    await db.destroy();
  });
});
