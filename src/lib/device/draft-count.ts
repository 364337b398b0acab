import Dexie from 'dexie';
import type { DeviceDatabase } from './database';

/** The bounds of a collector's drafts in their index, whenever they were saved. */
export const draftsOf = (collectorCode: string) =>
  [
    [collectorCode, Dexie.minKey],
    [collectorCode, Dexie.maxKey],
  ] as const;

/** Whether there is anything to read; light, since every visit asks. */
export function draftCount({ drafts }: DeviceDatabase, collectorCode: string): PromiseLike<number> {
  return drafts
    .where('[collector+savedAt]')
    .between(...draftsOf(collectorCode))
    .count();
}
