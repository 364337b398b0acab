import type { Kysely } from 'kysely';
import * as z from 'zod';
import { PatternNameSchema, type PatternName } from '../../../domain/programme/pattern-name';
import { RegionSchema, type Region } from '../../../domain/programme/region';
import { canonicalJson } from '../../../domain/story/content-hash';
import { rowDamaged, storedJson, storedValue } from '../damaged';
import type { Store } from '../port';
import type { Tables } from './tables';

type SenseMaking = Pick<Store, 'addRegion' | 'retireRegion' | 'regionsOf' | 'namePattern' | 'patternNamesOf'>;

export function regionsIn(db: Kysely<Tables>): SenseMaking {
  const rowOf = (programme: string, id: string) =>
    db.selectFrom('regions').selectAll().where('programme_id', '=', programme).where('id', '=', id).executeTakeFirst();
  return {
    async addRegion(programme, region) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('regions')
        .values({ programme_id: programme, id: region.id, body: JSON.stringify(region) })
        .onConflict((conflict) => conflict.columns(['programme_id', 'id']).doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return 'added';
      const kept = await rowOf(programme, region.id);
      return kept !== undefined && sameWish(regionOf(kept), region) ? 'already' : 'other_content';
    },
    async retireRegion(programme, id, by, at) {
      const { numUpdatedRows } = await db
        .updateTable('regions')
        .set({ retired_at: at.toISOString(), retired_by: by })
        .where('programme_id', '=', programme)
        .where('id', '=', id)
        .where('retired_at', 'is', null)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return 'retired';
      return (await rowOf(programme, id)) === undefined ? 'unknown' : 'already';
    },
    async regionsOf(programme) {
      const rows = await db
        .selectFrom('regions')
        .selectAll()
        .where('programme_id', '=', programme)
        .orderBy('seq')
        .execute();
      return rows.map(regionOf);
    },
    async namePattern(programme, name) {
      await db
        .insertInto('pattern_names')
        .values({ programme_id: programme, body: JSON.stringify(name) })
        .execute();
    },
    async patternNamesOf(programme) {
      const rows = await db
        .selectFrom('pattern_names')
        .select(['programme_id', 'body'])
        .where('programme_id', '=', programme)
        .orderBy('seq')
        .execute();
      return rows.map(patternNameOf);
    },
  };
}

type Row = Pick<Tables['regions'], 'programme_id' | 'id' | 'body' | 'retired_at' | 'retired_by'>;

export function regionOf({ programme_id, id, body, retired_at, retired_by }: Row): Region {
  const place = `regions ${id} of ${programme_id}`;
  const drawn = storedJson(place, z.looseObject({}), body);
  const retired = retired_at === null ? null : { at: retired_at, by: retired_by };
  const region = storedValue(place, RegionSchema, { ...drawn, retired });
  if (region.id !== id) throw rowDamaged(place);
  return region;
}

export function patternNameOf({
  programme_id,
  body,
}: Pick<Tables['pattern_names'], 'programme_id' | 'body'>): PatternName {
  return storedJson(`pattern_names of ${programme_id}`, PatternNameSchema, body);
}

/** Who drew it and when may differ: the first answer may have been lost on its way. */
function sameWish(kept: Region, sent: Omit<Region, 'retired'>): boolean {
  const { drawn: _keptDrawn, retired: _keptRetired, ...keptWish } = kept;
  const { drawn: _sentDrawn, ...sentWish } = sent;
  return canonicalJson(keptWish) === canonicalJson(sentWish);
}
