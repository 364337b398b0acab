import type { Framework } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import { services } from '../services';
import { createSnapshotCache, type SnapshotCache } from './snapshot-cache';

export interface Explored {
  readonly programme: Programme;
  readonly framework: Framework;
}

/** A programme with the framework its stories are read by. Null when either is not there. */
export async function exploredProgramme(slug: string): Promise<Explored | null> {
  const { store } = services();
  const programme = await store.programme(slug);
  if (programme === null) return null;
  const framework = await store.framework(programme.framework);
  return framework === null ? null : { programme, framework };
}

let cache: SnapshotCache | undefined;
let cacheOf: unknown;

/** One cache per process; a new one when the services were opened anew (development). */
export function snapshotCache(): SnapshotCache {
  const { store } = services();
  if (cache === undefined || cacheOf !== store) {
    cache = createSnapshotCache(store);
    cacheOf = store;
  }
  return cache;
}
