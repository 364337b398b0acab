import type { Kysely } from 'kysely';
import { AudienceSchema } from '../../../domain/audience';
import { SealedSchema } from '../../../domain/story/sealed';
import { storedJson, storedMoment, storedValue } from '../damaged';
import type { HelpCall, Store } from '../port';
import type { Tables } from './tables';

export function helpCallsIn(db: Kysely<Tables>): Pick<Store, 'addHelpCall' | 'helpCallsOf' | 'answerHelpCall'> {
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
        .execute();
      return rows.map(helpCallOf);
    },
    async answerHelpCall(programme, id, by, at) {
      const { numUpdatedRows } = await db
        .updateTable('help_calls')
        .set({ answered_at: at.toISOString(), answered_by: by })
        .where('programme_id', '=', programme)
        .where('id', '=', id)
        .where('answered_at', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n ? 'answered' : 'unknown';
    },
  };
}

type Row = Pick<Tables['help_calls'], 'programme_id' | 'id' | 'at' | 'audience' | 'sealed'>;

export function helpCallOf({ programme_id, id, at, audience, sealed }: Row): HelpCall {
  const place = `help_calls ${id} of ${programme_id}`;
  return {
    id,
    at: storedMoment(place, at),
    audience: storedValue(place, AudienceSchema, audience),
    sealed: storedJson(place, SealedSchema, sealed),
  };
}
