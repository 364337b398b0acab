import { decodeSnapshot } from '../../columns/decode-snapshot';
import { quarterOfMonth } from '../../analysis/disclosure/quarter';
import type { Framework } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import { ReleaseSchema, type Release, type ReleaseResponse } from '../../protocol/release';
import { buildSnapshot } from '../explore/build-snapshot';
import { monthsSince1970 } from '../explore/calendar';
import type { Services } from '../services';
import type { Release as StoredRelease, Store } from '../store/port';
import { firstDayAfter } from './first-day';
import type { Past } from './counted';
import { makeRelease } from './make-release';

type Parts = Pick<Services, 'store' | 'now'>;

/**
 * The release that holds today: the last one, or a new one when its quarter has come and enough is new. Whoever asks
 * first makes it; from then on it is the same for everybody, through restarts too.
 */
export async function currentRelease(
  { store, now }: Parts,
  programme: Programme,
  framework: Framework,
): Promise<ReleaseResponse> {
  const today = now();
  const quarter = quarterOfMonth(monthsSince1970(today));
  const making = turnsOf(store);
  // One at a time for each programme: who asks meanwhile gets what comes of it.
  const turn = (making.get(programme.slug) ?? Promise.resolve(null)).then(
    () => releaseIn({ store }, programme, framework, quarter, today),
    () => releaseIn({ store }, programme, framework, quarter, today),
  );
  making.set(programme.slug, turn);
  const current = await turn;
  if (making.get(programme.slug) === turn) making.delete(programme.slug);
  return {
    release: current === null ? null : parseRelease(current),
    hash: current?.hash ?? null,
    next: firstDayAfter(quarter),
  };
}

async function releaseIn(
  { store }: Pick<Parts, 'store'>,
  programme: Programme,
  framework: Framework,
  quarter: string,
  today: Date,
): Promise<StoredRelease | null> {
  const { slug } = programme;
  const releases = await store.releases(slug);
  const newest = releases.at(-1);
  const last = newest === undefined ? null : await store.release(slug, newest.quarter);
  if (newest !== undefined && quarter <= newest.quarter) return last;
  const tried = triesOf(store);
  const state = `${quarter} ${await store.revision(slug)}`;
  if (tried.get(slug) === state) return last;
  const snapshot = decodeSnapshot(await buildSnapshot(store, programme, framework));
  const past: Past = {
    releases,
    cells: await store.releasedCells(slug),
    places: await placesReleased(store, slug, releases),
  };
  const made = await makeRelease(programme, framework, snapshot, quarter, past);
  if (made === null) {
    tried.set(slug, state);
    return last;
  }
  const release: StoredRelease = { ...made.release, madeAt: today };
  const saved = await store.saveRelease(release, made.cells);
  if (saved === 'exists') return store.release(slug, quarter);
  const subject = `${quarter} ${release.hash}`;
  await store.appendAudit({ at: today, actor: 'system', action: 'release.made', programme: slug, subject });
  return release;
}

/** The scheme that any release gave places in: a later one without places does not make it forgotten. */
async function placesReleased(store: Store, slug: string, releases: Past['releases']): Promise<Past['places']> {
  for (const { quarter } of [...releases].reverse()) {
    const stored = await store.release(slug, quarter);
    const places = stored === null ? null : parseRelease(stored).places;
    if (places !== null) return places;
  }
  return null;
}

function parseRelease({ body }: StoredRelease): Release {
  return ReleaseSchema.parse(JSON.parse(body));
}

const turns = new WeakMap<Store, Map<string, Promise<StoredRelease | null>>>();
function turnsOf(store: Store): Map<string, Promise<StoredRelease | null>> {
  const known = turns.get(store) ?? new Map<string, Promise<StoredRelease | null>>();
  turns.set(store, known);
  return known;
}

/** The state in which nothing was due, so that the stories are not counted again for every request. */
const tries = new WeakMap<Store, Map<string, string>>();
function triesOf(store: Store): Map<string, string> {
  const known = tries.get(store) ?? new Map<string, string>();
  tries.set(store, known);
  return known;
}
