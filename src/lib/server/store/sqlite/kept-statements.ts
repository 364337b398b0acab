/** As many as a push and what goes on beside it need; one may insert 1,000 rows. */
const KEPT = 64;
/** Characters of the longest that is kept, some hundred rows: a statement holds the values it was last asked with. */
const LONGEST = 4096;

/**
 * Statements of one file by their text, prepared once: the text of a batch takes SQLite longer to read than most of them take
 * to run. The one asked longest ago goes first. SQLite itself prepares again what a changed schema has made untrue.
 */
export function keptStatements<Statement>(prepare: (sql: string) => Statement) {
  const kept = new Map<string, Statement>();
  return {
    of(sql: string): Statement {
      const statement = kept.get(sql) ?? prepare(sql);
      if (sql.length > LONGEST) return statement;
      kept.delete(sql);
      kept.set(sql, statement);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return statement;
    },
    /** One that failed half-way is not asked again. */
    drop: (sql: string): void => void kept.delete(sql),
  };
}
