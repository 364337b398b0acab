import * as z from 'zod/mini';
import { UuidSchema } from '../domain/identifiers';
import { using, type DeviceDatabase } from './database';
import type { Meta, Sent } from './device';
import { readOne } from './rows';

const QuietSchema = z.object({ from: z.number(), until: z.number() });
const LeaseSchema = z.object({ owner: z.string(), from: z.number(), until: z.number() });

const quietKey = (what: Sent = 'stories') => (what === 'stories' ? 'quiet' : 'quiet-files');

/** How much of a span of the device's clock is left. A clock that was set back ends it: clocks lie. */
export function leftOf(span: { from: number; until: number } | null, now: number): number {
  return span === null || now < span.from || now >= span.until ? 0 : span.until - now;
}

/** @param makeId a random UUID */
export function dexieMeta(database: DeviceDatabase, makeId: () => string): Meta {
  const { meta } = database;
  const value = async (key: string): Promise<unknown> => (await meta.get(key))?.value;
  return {
    deviceId: () =>
      using(database, () =>
        database.transaction('rw', meta, async () => {
          const known = readOne(UuidSchema, await value('device'));
          if (known !== null) return known;
          const made = makeId();
          await meta.put({ key: 'device', value: made });
          return made;
        }),
      ),

    quietFor: (now, what) =>
      using(database, async () => leftOf(readOne(QuietSchema, await value(quietKey(what))), now)),

    keepQuiet: (now, milliseconds, what) =>
      using(database, async () => {
        await meta.put({ key: quietKey(what), value: { from: now, until: now + milliseconds } });
      }),

    takeLease: (owner, now, milliseconds) =>
      using(database, () =>
        database.transaction('rw', meta, async () => {
          const lease = readOne(LeaseSchema, await value('lease'));
          if (lease !== null && lease.owner !== owner && leftOf(lease, now) > 0) return false;
          await meta.put({ key: 'lease', value: { owner, from: now, until: now + milliseconds } });
          return true;
        }),
      ),

    releaseLease: (owner) =>
      using(database, () =>
        database.transaction('rw', meta, async () => {
          if (readOne(LeaseSchema, await value('lease'))?.owner === owner) await meta.delete('lease');
        }),
      ),
  };
}
