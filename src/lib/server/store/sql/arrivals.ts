import { canonicalJson } from '../../../domain/story/content-hash';
import type { AcceptedStory } from '../port';

/** A story on its way into the store, with the text that is kept of it. */
export interface Arrival extends AcceptedStory {
  readonly body: string;
  /** Of its batch, unless it arrived elsewhere. */
  readonly receivedAt: Date;
}

/** One batch that waits for its commit. */
export interface Waiting {
  readonly arrivals: readonly Arrival[];
  /** When the batch came: the time of changes, too. */
  readonly at: Date;
}

export function waiting(batch: readonly AcceptedStory[], at: Date): Waiting {
  const arrivals = batch.map((one) => ({
    ...one,
    body: one.body ?? canonicalJson(one.story),
    receivedAt: one.receivedAt ?? at,
  }));
  return { arrivals, at };
}

/** What a batch holds in memory while it waits, in characters. */
export function weightOf({ arrivals }: Waiting): number {
  return arrivals.reduce((sum, { body }) => sum + body.length, 0);
}
