import type { Kysely } from 'kysely';
import { storedMoment, storedText } from '../damaged';
import type { Release, ReleasedCell, Store } from '../port';
import type { Tables } from './tables';

/** Rows of one INSERT: SQLite takes 32,766 values at most. */
const ROWS = 5000;

export function releasesIn(db: Kysely<Tables>): Pick<Store, 'releases' | 'release' | 'releasedCells' | 'saveRelease'> {
  return {
    async releases(programme) {
      const rows = await db
        .selectFrom('releases')
        .select(['quarter', 'last_serial'])
        .where('programme_id', '=', programme)
        .orderBy('quarter')
        .execute();
      return rows.map(({ quarter, last_serial }) => ({ quarter, lastSerial: last_serial }));
    },
    async release(programme, quarter) {
      const row = await db
        .selectFrom('releases')
        .selectAll()
        .where('programme_id', '=', programme)
        .where('quarter', '=', quarter)
        .executeTakeFirst();
      return row === undefined ? null : releaseOf(row);
    },
    async releasedCells(programme) {
      const rows = await db
        .selectFrom('released_cells')
        .select(['cell', 'quarter', 'stories', 'shown'])
        .where('programme_id', '=', programme)
        .orderBy('quarter')
        .execute();
      const cells = new Map<string, ReleasedCell[]>();
      for (const row of rows) {
        const known = cells.get(row.cell);
        if (known === undefined) cells.set(row.cell, [row]);
        else known.push(row);
      }
      return cells;
    },
    saveRelease(release, cells) {
      return db.transaction().execute(async (tx) => {
        const { programme, quarter, lastSerial, madeAt, hash, body } = release;
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('releases')
          .values({
            programme_id: programme,
            quarter,
            last_serial: lastSerial,
            made_at: madeAt.toISOString(),
            hash,
            body,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return 'exists';
        for (let from = 0; from < cells.length; from += ROWS) {
          const rows = cells
            .slice(from, from + ROWS)
            .map(({ cell, stories, shown }) => ({ programme_id: programme, quarter, cell, stories, shown }));
          await tx.insertInto('released_cells').values(rows).execute();
        }
        return 'saved';
      });
    },
  };
}

export function releaseOf(row: Tables['releases']): Release {
  const { programme_id: programme, quarter, last_serial: lastSerial, made_at, hash, body } = row;
  const place = `releases ${quarter} of ${programme}`;
  return {
    programme,
    quarter,
    lastSerial,
    madeAt: storedMoment(place, made_at),
    hash,
    body: storedText(place, body, hash),
  };
}
