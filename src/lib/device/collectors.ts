import { using, type DeviceDatabase } from './database';
import type { Collectors } from './device';
import { CollectorRowSchema, EditionRowSchema } from './link-rows';
import { readOne, readable } from './row-reading';
import type { FrameworkRef } from '../domain/framework/framework';
import type { Audience } from '../domain/audience';

/** The links opened on this device, with what is needed to tell a story without a network. */
export function dexieCollectors(database: DeviceDatabase, now: () => number): Collectors {
  const { collectors, editions } = database;
  return {
    keep: (collector, token) =>
      using(database, async () => {
        await collectors.put({ code: collector.code, collector, token, usedAt: now() });
      }),

    get: (code) =>
      using(database, async () => {
        const row = readOne(CollectorRowSchema, await collectors.get(code));
        return row === null ? null : { collector: row.collector, token: row.token };
      }),

    list: () =>
      using(database, async () => {
        const raw = await collectors.orderBy('usedAt').reverse().toArray();
        return readable(CollectorRowSchema, raw).rows.map((row) => row.collector);
      }),

    forgetToken: (code, token) =>
      using(database, () =>
        database.transaction('rw', collectors, async () => {
          const row = readOne(CollectorRowSchema, await collectors.get(code));
          // Only this one: another tab may have fetched a new token meanwhile.
          if (row?.token === token) await collectors.put({ ...row, token: null });
        }),
      ),

    keepEdition: (edition, locale) =>
      using(database, async () => {
        const key = editionKey(edition, edition.audience, locale);
        await editions.put({ key, framework: edition.id, edition });
      }),

    edition: (framework, audience, locale) =>
      using(database, async () => {
        const raw = await editions.get(editionKey(framework, audience, locale));
        return readOne(EditionRowSchema, raw)?.edition ?? null;
      }),
  };
}

export function editionKey(framework: FrameworkRef, audience: Audience, locale: string): string {
  return `${framework.id}@${framework.version}/${audience}/${locale}`;
}
