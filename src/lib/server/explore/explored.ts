import type { Programme } from '../../domain/programme/programme';
import type { ExploreHead } from '../../protocol/explore';
import { services, type Services } from '../services';
import { createSnapshotCache, type SnapshotCache } from './snapshot-cache';

/** A programme with the framework its stories are read by. Null when that was never published here. */
export async function exploredProgramme(programme: Programme): Promise<ExploreHead | null> {
  const framework = await services().store.framework(programme.framework);
  return framework === null ? null : { programme, framework };
}

const caches = new WeakMap<Services, SnapshotCache>();

/** One cache per server. */
export function snapshotCache(): SnapshotCache {
  const of = services();
  const known = caches.get(of);
  if (known !== undefined) return known;
  const cache = createSnapshotCache(of.store);
  caches.set(of, cache);
  return cache;
}
