import type { ExploreHead } from '../../protocol/explore';
import type { ReachResponse } from '../../protocol/reach';
import { snapshotCache } from '../explore/explored';
import { services, type Services } from '../services';
import { specialQuestions } from './special-questions';

interface Kept {
  readonly etag: string;
  readonly made: Promise<ReachResponse>;
}

const kept = new WeakMap<Services, Map<string, Kept>>();

/** The counts of a programme's newest revision, worked out once: they are a pass over every story. */
export async function currentReach({ programme, framework }: ExploreHead): Promise<ReachResponse> {
  const of = services();
  const known = kept.get(of) ?? new Map<string, Kept>();
  kept.set(of, known);
  const { etag } = await snapshotCache().current(programme, framework);
  const key = `${etag} ${programme.policies.k.public}`;
  const before = known.get(programme.slug);
  if (before?.etag === key) return before.made;
  const made = specialQuestions(of.store, programme, framework);
  known.set(programme.slug, { etag: key, made });
  // One that failed is not kept: the next request tries again.
  made.catch(() => {
    if (known.get(programme.slug)?.made === made) known.delete(programme.slug);
  });
  return made;
}
