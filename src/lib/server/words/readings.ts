import { createKernel } from '../../columns/create-kernel';
import { decodeSnapshot } from '../../columns/decode-snapshot';
import type { Kernel } from '../../columns/kernel';
import type { ExploreHead } from '../../protocol/explore';
import { snapshotCache } from '../explore/explored';
import { services, type Services } from '../services';
import { readCorpus, type Corpus } from './corpus';
import { ToldSelections } from './told-selections';

/** A programme's texts with the columns that say which stories a selection holds, as of one revision. */
export interface Readings {
  /** The same name is the same stories and texts. */
  readonly etag: string;
  readonly kernel: Kernel;
  readonly corpus: Corpus;
}

const kept = new WeakMap<Services, Map<string, { etag: string; made: Promise<Readings> }>>();

/** The newest of each programme, made when first asked for. One that failed is not kept. */
export async function readingsOf({ programme, framework }: ExploreHead): Promise<Readings> {
  const of = services();
  const known = kept.get(of) ?? new Map<string, { etag: string; made: Promise<Readings> }>();
  kept.set(of, known);
  const snapshot = await snapshotCache().current(programme, framework);
  const before = known.get(programme.slug);
  if (before?.etag === snapshot.etag) return before.made;
  const make = async (): Promise<Readings> => ({
    etag: snapshot.etag,
    kernel: createKernel(decodeSnapshot(await snapshot.plain)),
    corpus: await readCorpus(of.store, programme),
  });
  const made = make();
  known.set(programme.slug, { etag: snapshot.etag, made });
  made.catch(() => {
    if (known.get(programme.slug)?.made === made) known.delete(programme.slug);
  });
  return made;
}

const told = new WeakMap<Services, ToldSelections>();

/** One for each server. */
export function toldSelections(): ToldSelections {
  const of = services();
  const known = told.get(of) ?? new ToldSelections();
  told.set(of, known);
  return known;
}
