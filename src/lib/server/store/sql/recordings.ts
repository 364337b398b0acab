import type { Kysely } from 'kysely';
import { AudienceSchema } from '../../../domain/audience';
import { storedMoment, storedValue } from '../damaged';
import type { Store, StoredRecording } from '../port';
import { holdProgrammes } from './hold';
import type { Tables } from './tables';

type Recordings = Pick<
  Store,
  'saveRecording' | 'removeRecording' | 'recordingsOf' | 'recordingType' | 'recordingInUse'
>;
type Place = Parameters<Store['removeRecording']>[1];

export function recordingsIn(db: Kysely<Tables>): Recordings {
  const fileOf = async (from: Pick<Kysely<Tables>, 'selectFrom'>, programme: string, place: Place) => {
    const row = await from
      .selectFrom('recordings')
      .select('sha256')
      .where('programme_id', '=', programme)
      .where('locale', '=', place.locale)
      .where('audience', '=', place.audience)
      .where('text_key', '=', place.key)
      .executeTakeFirst();
    return row?.sha256 ?? null;
  };
  return {
    saveRecording: (programme, { locale, audience, key, text, sha256, mime, bytes, at }) =>
      db.transaction().execute(async (tx) => {
        await holdProgrammes(tx, [programme]);
        const before = await fileOf(tx, programme, { locale, audience, key });
        const place = { programme_id: programme, locale, audience, text_key: key };
        const what = { text, sha256, mime, bytes, at: at.toISOString() };
        await tx
          .insertInto('recordings')
          .values({ ...place, ...what })
          .onConflict((conflict) =>
            conflict.columns(['programme_id', 'locale', 'audience', 'text_key']).doUpdateSet(what),
          )
          .execute();
        return before;
      }),
    removeRecording: (programme, place) =>
      db.transaction().execute(async (tx) => {
        await holdProgrammes(tx, [programme]);
        const before = await fileOf(tx, programme, place);
        await tx
          .deleteFrom('recordings')
          .where('programme_id', '=', programme)
          .where('locale', '=', place.locale)
          .where('audience', '=', place.audience)
          .where('text_key', '=', place.key)
          .execute();
        return before;
      }),
    async recordingsOf(programme) {
      const rows = await db
        .selectFrom('recordings')
        .selectAll()
        .where('programme_id', '=', programme)
        .orderBy('locale')
        .orderBy('audience')
        .orderBy('text_key')
        .execute();
      return rows.map(recordingOf);
    },
    async recordingType(programme, sha256) {
      const row = await db
        .selectFrom('recordings')
        .select('mime')
        .where('programme_id', '=', programme)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return row?.mime ?? null;
    },
    async recordingInUse(sha256) {
      const row = await db
        .selectFrom('recordings')
        .select('locale')
        .where('sha256', '=', sha256)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

export function recordingOf({
  programme_id,
  text_key: key,
  audience,
  at,
  ...rest
}: Tables['recordings']): StoredRecording {
  const place = `recordings ${rest.locale} ${key} of ${programme_id}`;
  return {
    ...rest,
    key,
    audience: storedValue(place, AudienceSchema, audience),
    at: storedMoment(place, at),
  };
}
