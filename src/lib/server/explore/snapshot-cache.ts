import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { SNAPSHOT_VERSION } from '../../columns/snapshot';
import { canonicalJson } from '../../domain/story/content-hash';
import type { Framework } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import type { Store } from '../store/port';
import { buildSnapshot } from './build-snapshot';

export interface CachedSnapshot {
  /** With quotation marks, as it stands in the header. */
  readonly etag: string;
  readonly plain: Promise<Uint8Array>;
  readonly gzipped: () => Promise<Uint8Array>;
}

/**
 * The newest snapshot of each programme, made when first asked for. Its name is the programme's revision (stories and
 * readings) with a hash of what else shapes it (policy, places, framework, format): the same name is the same bytes.
 */
export interface SnapshotCache {
  current(programme: Programme, framework: Framework): Promise<CachedSnapshot>;
}

const compress = promisify(gzip);

export function createSnapshotCache(store: Store): SnapshotCache {
  const known = new Map<string, CachedSnapshot>();
  return {
    async current(programme, framework) {
      const etag = `"${await store.revision(programme.slug)}-${shapeHash(programme, framework)}"`;
      const cached = known.get(programme.slug);
      if (cached?.etag === etag) return cached;
      const made = cachedSnapshot(etag, buildSnapshot(store, programme, framework));
      known.set(programme.slug, made);
      // One that failed is not kept: the next request tries again.
      made.plain.catch(() => {
        if (known.get(programme.slug) === made) known.delete(programme.slug);
      });
      return made;
    },
  };
}

function cachedSnapshot(etag: string, plain: Promise<Uint8Array>): CachedSnapshot {
  let gzipped: Promise<Uint8Array> | undefined;
  return { etag, plain, gzipped: () => (gzipped ??= plain.then((bytes) => compress(bytes, { level: 4 }))) };
}

function shapeHash(programme: Programme, framework: Framework): string {
  const shape = {
    format: SNAPSHOT_VERSION,
    hold: programme.policies.hold,
    places: programme.areaSchemes,
    framework: { id: framework.id, version: framework.version },
  };
  const json = canonicalJson(shape);
  return createHash('sha256').update(json).digest('hex').slice(0, 12);
}
