import type { Kysely } from 'kysely';
import { FrameworkSchema, type Framework } from '../../../domain/framework/framework';
import { canonicalJson, contentHash, type Json } from '../../../domain/story/content-hash';
import { storedJson, storedText } from '../damaged';
import type { Store } from '../port';
import type { Tables } from './tables';

export function frameworksIn(db: Kysely<Tables>): Pick<Store, 'publishFramework' | 'framework' | 'latestFramework'> {
  return {
    async publishFramework(framework) {
      const { id, version } = framework;
      const content = framework as Json; // a parsed framework is JSON throughout; `bank` is too loose a type to show it
      const hash = await contentHash(content);
      return db.transaction().execute(async (tx) => {
        const known = await tx
          .selectFrom('frameworks')
          .select('hash')
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst();
        if (known?.hash === hash) return 'already';
        if (known !== undefined) throw new Error(`framework ${id} ${version} is published with other content`);
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('frameworks')
          .values({ id, version, hash, body: canonicalJson(content) })
          .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
          .executeTakeFirstOrThrow();
        // Another process was faster: what it published is compared by whoever asks next.
        return numInsertedOrUpdatedRows === 1n ? 'published' : 'already';
      });
    },
    async framework({ id, version }) {
      const row = await db
        .selectFrom('frameworks')
        .selectAll()
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      return row === undefined ? null : frameworkOf(row);
    },
    async latestFramework(id) {
      const row = await db
        .selectFrom('frameworks')
        .select(['id', 'version'])
        .where('id', '=', id)
        .orderBy('version', 'desc')
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

export function frameworkOf({ id, version, hash, body }: Tables['frameworks']): Framework {
  const place = `frameworks ${id} ${version}`;
  return storedJson(place, FrameworkSchema, storedText(place, body, hash));
}
