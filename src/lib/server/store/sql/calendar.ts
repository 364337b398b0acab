import { sql, type Kysely } from 'kysely';
import * as z from 'zod';
import { storedJson, storedMoment } from '../damaged';
import type { Calendar, Store } from '../port';
import { holdProgrammes } from './hold';
import { touchProgramme } from './revision';
import { placeOf } from './story-of';
import type { Tables } from './tables';

const KEY = 'calendar';
const MomentSchema = z.iso.datetime().transform((text) => new Date(text));
const CalendarSchema = z.object({
  today: MomentSchema,
  clock: MomentSchema,
  steadyMs: z.number(),
  marks: z.record(
    z.string(),
    z.array(z.object({ on: MomentSchema, serial: z.number(), founding: z.literal(true).optional() })),
  ),
});

type Calendars = Pick<
  Store,
  'calendar' | 'keepCalendar' | 'changeCalendar' | 'newestArrival' | 'lastSeen' | 'datedAfter' | 'lowerArrivals'
>;

/** What they note may be noted by the start itself, by the very clock that is asked about. */
const NOBODY = ['system', 'cli'];

/** The days that were counted, as one row of `meta`: backups and moves take it along. */
export function calendarIn(db: Kysely<Tables>): Calendars {
  return {
    async calendar() {
      const row = await db.selectFrom('meta').selectAll().where('key', '=', KEY).executeTakeFirst();
      return row === undefined ? null : calendarOf(row);
    },
    async keepCalendar(calendar) {
      const value = JSON.stringify(calendar);
      await db
        .insertInto('meta')
        .values({ key: KEY, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
    changeCalendar: (change) =>
      db.transaction().execute(async (tx) => {
        // Written as it is, so that whoever else changes it waits from here on, in this process or another.
        await tx
          .insertInto('meta')
          .values({ key: KEY, value: NOTHING })
          .onConflict((conflict) => conflict.column('key').doUpdateSet((row) => ({ value: row.ref('meta.value') })))
          .execute();
        const row = await tx.selectFrom('meta').selectAll().where('key', '=', KEY).executeTakeFirstOrThrow();
        const changed = change(row.value === NOTHING ? null : calendarOf(row));
        await tx
          .updateTable('meta')
          .set({ value: JSON.stringify(changed) })
          .where('key', '=', KEY)
          .execute();
        return changed;
      }),
    async lastSeen(programmes, until) {
      const moment = until.toISOString();
      const told = programmes.length === 0 ? undefined : await newestOf(db, programmes, moment);
      const done = await db
        .selectFrom('audit')
        .select((row) => row.fn.max<string | null>('at').as('at'))
        .where('at', '<=', moment)
        .where('actor', 'not in', NOBODY)
        .executeTakeFirst();
      const signedIn = await sql<{ at: string | Date | null }>`
        SELECT max("updatedAt") AS at FROM staff_session WHERE "updatedAt" <= ${moment}`.execute(db);
      const seen = [told?.at, done?.at, signedIn.rows[0]?.at].flatMap((at) => (at ? [new Date(at).getTime()] : []));
      return seen.length === 0 ? null : new Date(Math.max(...seen));
    },
    async datedAfter(programme, moment) {
      const row = await db
        .selectFrom('stories')
        .select((counted) => counted.fn.countAll<number>().as('count'))
        .where('programme_id', '=', programme)
        .where('received_at', '>', moment.toISOString())
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
    lowerArrivals: (programme, to) =>
      db.transaction().execute(async (tx) => {
        await holdProgrammes(tx, [programme]);
        const received_at = to.toISOString();
        let stories = 0;
        for (const table of ['stories', 'media'] as const) {
          const { numUpdatedRows } = await tx
            .updateTable(table)
            .set({ received_at })
            .where('programme_id', '=', programme)
            .where('received_at', '>', received_at)
            .executeTakeFirstOrThrow();
          if (table === 'stories') stories = Number(numUpdatedRows);
        }
        await tx
          .updateTable('help_calls')
          .set({ answered_at: received_at })
          .where('programme_id', '=', programme)
          .where('answered_at', '>', received_at)
          .execute();
        if (stories > 0) await touchProgramme(tx, programme);
        return stories;
      }),
    async newestArrival(programme) {
      const row = await db
        .selectFrom('stories')
        .select(['serial', 'received_at'])
        .where('programme_id', '=', programme)
        .orderBy('serial', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined
        ? null
        : {
            serial: row.serial,
            at: storedMoment(placeOf({ programme_id: programme, serial: row.serial }), row.received_at),
          };
    },
  };
}

/** Only while a transaction holds a row that was not there. */
const NOTHING = '';

function newestOf(db: Kysely<Tables>, programmes: readonly string[], until: string) {
  return db
    .selectFrom('stories')
    .select((row) => row.fn.max<string | null>('received_at').as('at'))
    .where('programme_id', 'in', [...programmes])
    .where('received_at', '<=', until)
    .executeTakeFirst();
}

export function calendarOf({ key, value }: Tables['meta']): Calendar {
  return storedJson(`meta ${key}`, CalendarSchema, value);
}
