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
import { countedIn, type Past } from './counted';
import { firstDayOf } from './first-day';
import { planTables } from './plan-tables';
import { TableLedger } from './table-ledger';
import { releasePlaces } from './release-places';
import { ReleaseTables } from './release-tables';

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
  const { now: counted, earlier } = countedIn(snapshot, quarter, past);
  const last = past.releases.at(-1) ?? null;
  const fresh = counted.rows.filter((row) => last === null || !counted.wasIn(row, last.quarter));
  if (!releaseDue(quarter, last, groupOf(fresh, snapshot.cluster), policy)) return null;
  const ledger = new TableLedger(counted, earlier, past.cells, policy);
  const tables = new ReleaseTables(ledger, quarter);
  const places = releasePlaces(programme, snapshot, past.places, tables);
  const made: ReleasedTable[] = [];
  for (const planned of planTables(snapshot, framework, firstMonthOf(quarter))) {
    if (planned.kind === 'options') made.push(tables.options(planned, places?.partition ?? null));
    else made.push(tables.lines(planned.partition, planned.byPlace ? (places?.partition ?? null) : null));
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
  return { release: { programme: programme.slug, quarter, lastSerial, hash, body }, cells: ledger.entries };
}
