import type { Kysely } from 'kysely';
import * as z from 'zod';
import { storedJson, storedMoment } from '../damaged';
import type { Calendar, Store } from '../port';
import { placeOf } from './story-of';
import type { Tables } from './tables';

const KEY = 'calendar';
const MomentSchema = z.iso.datetime().transform((text) => new Date(text));
const CalendarSchema = z.object({
  today: MomentSchema,
  clock: MomentSchema,
  steadyMs: z.number(),
  marks: z.record(z.string(), z.array(z.object({ on: MomentSchema, serial: z.number() }))),
});

/** The days that were counted, as one row of `meta`: backups and moves take it along. */
export function calendarIn(db: Kysely<Tables>): Pick<Store, 'calendar' | 'keepCalendar' | 'newestArrival'> {
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

export function calendarOf({ key, value }: Tables['meta']): Calendar {
  return storedJson(`meta ${key}`, CalendarSchema, value);
}
