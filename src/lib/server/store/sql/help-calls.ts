import type { Kysely } from 'kysely';
import * as z from 'zod';
import { AudienceSchema } from '../../../domain/audience';
import { SealedSchema } from '../../../domain/story/sealed';
import { storedJson, storedMoment, storedValue } from '../damaged';
import type { AnsweredFrom, AnsweredHelpCall, HelpCall, Store } from '../port';
import type { Tables } from './tables';

/** Longer than what devices seal: a note may be a page. */
const SealedNoteSchema = z.strictObject({ ...SealedSchema.shape, sealed: z.string().regex(/^[A-Za-z0-9_-]+$/) });

type HelpCalls = Pick<Store, 'addHelpCall' | 'helpCallsOf' | 'answerHelpCall' | 'answeredCallsOf' | 'answeredCall'>;

export function helpCallsIn(db: Kysely<Tables>): HelpCalls {
  return {
    async addHelpCall(programme, { id, at, audience, sealed }) {
      await db
        .insertInto('help_calls')
        .values({ programme_id: programme, id, at: at.toISOString(), audience, sealed: JSON.stringify(sealed) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async helpCallsOf(programme) {
      const rows = await db
        .selectFrom('help_calls')
        .select(['programme_id', 'id', 'at', 'audience', 'sealed'])
        .where('programme_id', '=', programme)
        .where('answered_at', 'is', null)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(helpCallOf);
    },
    async answerHelpCall(programme, id, { by, at, note }) {
      const { numUpdatedRows } = await db
        .updateTable('help_calls')
        .set({ answered_at: at.toISOString(), answered_by: by, answered_note: JSON.stringify(note) })
        .where('programme_id', '=', programme)
        .where('id', '=', id)
        .where('answered_at', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n ? 'answered' : 'unknown';
    },
    async answeredCallsOf(programme, limit, from) {
      if (from !== undefined) return (await nextTo(db, programme, limit, from)).map(answeredCallOf);
      const rows = await answered(db, programme).orderBy('answered_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(answeredCallOf);
    },
    async answeredCall(programme, id) {
      const row = await answered(db, programme).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : answeredCallOf(row);
    },
  };
}

function answered(db: Kysely<Tables>, programme: string) {
  return db
    .selectFrom('help_calls')
    .selectAll()
    .where('programme_id', '=', programme)
    .where('answered_at', 'is not', null);
}

/** Newest first, and by id where some were answered at one moment: none is left out or given twice between two pages. */
async function nextTo(db: Kysely<Tables>, programme: string, limit: number, { side, than }: AnsweredFrom) {
  const at = (await answered(db, programme).where('id', '=', than).executeTakeFirst())?.answered_at ?? null;
  if (at === null) return [];
  const [moment, id, order] = side === 'older' ? (['<', '>', 'desc'] as const) : (['>', '<', 'asc'] as const);
  const rows = await answered(db, programme)
    .where((row) =>
      row.or([row('answered_at', moment, at), row.and([row('answered_at', '=', at), row('id', id, than)])]),
    )
    .orderBy('answered_at', order)
    .orderBy('id', side === 'older' ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  return side === 'older' ? rows : rows.reverse();
}

type Row = Pick<Tables['help_calls'], 'programme_id' | 'id' | 'at' | 'audience' | 'sealed'>;
type AnsweredRow = Row & {
  readonly answered_at: string | null;
  readonly answered_by: string | null;
  readonly answered_note: string | null;
};

export function helpCallOf({ programme_id, id, at, audience, sealed }: Row): HelpCall {
  const place = placeOf(programme_id, id);
  return {
    id,
    at: storedMoment(place, at),
    audience: storedValue(place, AudienceSchema, audience),
    sealed: storedJson(place, SealedSchema, sealed),
  };
}

/** The whole row, as it is verified: a call that waits, or one that was answered. */
export function anyHelpCallOf(row: AnsweredRow): HelpCall | AnsweredHelpCall {
  const call = helpCallOf(row);
  return row.answered_at === null ? call : answeredCallOf(row);
}

function answeredCallOf(row: AnsweredRow): AnsweredHelpCall {
  const { programme_id, id, at, audience, answered_at, answered_by, answered_note } = row;
  const place = placeOf(programme_id, id);
  return {
    id,
    at: storedMoment(place, at),
    audience: storedValue(place, AudienceSchema, audience),
    answeredAt: storedMoment(place, answered_at ?? ''),
    answeredBy: answered_by ?? '',
    note: answered_note === null ? null : storedJson(place, SealedNoteSchema, answered_note),
  };
}

function placeOf(programme: string, id: string): string {
  return `help_calls ${id} of ${programme}`;
}
