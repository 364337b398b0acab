import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { groupOf } from '../../analysis/disclosure/group';
import { publicPolicy } from '../../analysis/disclosure/policy';
import { firstMonthOf } from '../../analysis/disclosure/quarter';
import { releaseDue } from '../../analysis/disclosure/release-due';
import { rounded } from '../../analysis/disclosure/rounding';
import type { Snapshot } from '../../columns/snapshot';
import type { Framework } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import { canonicalJson } from '../../domain/story/content-hash';
import { ReleaseSchema, type Release, type ReleasedTable } from '../../protocol/release';
import type { Release as StoredRelease, ReleasedCell } from '../store/port';
import type { Counted } from './cell-counts';
import { firstDayOf } from './first-day';
import { planTables } from './plan-tables';
import { releasePlaces } from './release-places';
import { ReleaseTables } from './release-tables';

/** What was released before. */
export interface Past {
  readonly releases: readonly Pick<StoredRelease, 'quarter' | 'lastSerial'>[];
  readonly cells: ReadonlyMap<string, ReleasedCell>;
  /** The scheme and its definition in which places were ever released. */
  readonly places: { readonly scheme: string; readonly definition: string } | null;
}

export interface Made {
  readonly release: Pick<StoredRelease, 'programme' | 'quarter' | 'lastSerial' | 'hash' | 'body'>;
  readonly cells: readonly Omit<ReleasedCell, 'quarter'>[];
}

/**
 * The release of a quarter, or null where none is due. It holds what was received before the quarter began: whenever in
 * the quarter it is first asked for, it is the same.
 */
export async function makeRelease(
  programme: Programme,
  framework: Framework,
  snapshot: Snapshot,
  quarter: string,
  past: Past,
): Promise<Made | null> {
  const policy = publicPolicy(programme.policies);
  const counted = countedIn(snapshot, quarter, past);
  const last = past.releases.at(-1) ?? null;
  const fresh = counted.rows.filter((row) => last === null || !counted.wasIn(row, last.quarter));
  if (!releaseDue(quarter, last, groupOf(fresh, snapshot.cluster), policy)) return null;
  const tables = new ReleaseTables(counted, policy, quarter);
  const places = releasePlaces(programme, snapshot, past.places, tables);
  const made: ReleasedTable[] = [];
  for (const planned of planTables(snapshot, framework, firstMonthOf(quarter))) {
    if (planned.kind === 'options') made.push(tables.options(planned, places?.places ?? null));
    else made.push(tables.lines(planned.partition, planned.byPlace ? (places?.places ?? null) : null));
    // Other requests are answered between the tables.
    await setImmediate();
  }
  const release: Release = ReleaseSchema.parse({
    schema: 1,
    programme: programme.slug,
    quarter,
    before: firstDayOf(quarter),
    k: policy.k,
    roundTo: policy.roundTo,
    stories: rounded(counted.rows.length, policy),
    places: places?.words ?? null,
    tables: places === null ? made : [places.table, ...made],
  });
  const body = canonicalJson(release);
  const hash = createHash('sha256').update(body).digest('hex');
  const lastSerial = counted.rows.reduce((newest, row) => Math.max(newest, snapshot.serial[row] ?? 0), 0);
  return { release: { programme: programme.slug, quarter, lastSerial, hash, body }, cells: tables.ledger };
}

function countedIn({ rows, serial, month, cluster }: Snapshot, quarter: string, past: Past): Counted {
  const end = firstMonthOf(quarter);
  const releases = new Map(
    past.releases.map(({ quarter: of, lastSerial }) => [of, { lastSerial, end: firstMonthOf(of) }]),
  );
  return {
    rows: Array.from({ length: rows }, (_, row) => row).filter((row) => (month[row] ?? 0) < end),
    cluster,
    wasIn(row, of) {
      const release = releases.get(of);
      return release !== undefined && (serial[row] ?? 0) <= release.lastSerial && (month[row] ?? 0) < release.end;
    },
    before: (cell) => past.cells.get(cell),
    last: past.releases.at(-1)?.quarter ?? null,
  };
}
