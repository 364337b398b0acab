import type { Kysely } from 'kysely';
import { canonicalJson } from '../../../domain/story/content-hash';
import type { Outcome } from '../../../protocol/push';
import type { AcceptedStory } from '../port';
import { touchProgramme } from './revision';
import type { Tables } from './tables';

export interface Waiting {
  readonly batch: readonly AcceptedStory[];
  readonly receivedAt: Date;
}

/** Stores batches in one transaction; one list of outcomes per batch, to be told only after this resolves. */
export async function acceptBatches(db: Kysely<Tables>, batches: readonly Waiting[]): Promise<Outcome[][]> {
  return db.transaction().execute(async (tx) => {
    const outcomes: Outcome[][] = [];
    const touched = new Set<string>();
    for (const { batch, receivedAt } of batches) {
      const told: Outcome[] = [];
      for (const accepted of batch) {
        const outcome = await acceptOne(tx, accepted, receivedAt);
        if (outcome.outcome === 'stored') touched.add(accepted.story.programme);
        told.push(outcome);
      }
      outcomes.push(told);
    }
    for (const slug of touched) await touchProgramme(tx, slug);
    return outcomes;
  });
}

/** Id and hash decide; the second of two equal stories in one batch meets the first like one from another batch. */
async function acceptOne(tx: Kysely<Tables>, accepted: AcceptedStory, receivedAt: Date): Promise<Outcome> {
  const { story, hash, receipt, help } = accepted;
  const { id, programme } = story;
  const known = await tx
    .selectFrom('stories')
    .select('hash')
    .where('programme_id', '=', programme)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known?.hash === hash) return { id, outcome: 'already' };
  if (known !== undefined) return { id, outcome: 'refused', reason: OTHER_CONTENT };
  await tx
    .insertInto('stories')
    .values({
      programme_id: programme,
      id,
      collector: story.collector,
      hash,
      receipt,
      received_at: (accepted.receivedAt ?? receivedAt).toISOString(),
      body: canonicalJson(story),
    })
    .execute();
  // Two equal photos in one story are one file.
  const files = [...new Set(story.media.map(({ sha256 }) => sha256))];
  if (files.length > 0) {
    await tx
      .insertInto('story_media')
      .values(files.map((sha256) => ({ programme_id: programme, sha256, story_id: id })))
      .execute();
  }
  if (help !== null) {
    await tx
      .insertInto('help_requests')
      .values({
        programme_id: programme,
        story_id: id,
        wanted: help.wanted ? 1 : 0,
        contact: help.contact,
        sealed: help.sealed === undefined ? null : JSON.stringify(help.sealed),
      })
      .execute();
  }
  return { id, outcome: 'stored' };
}

const OTHER_CONTENT = {
  kind: 'other_content' as const,
  message: 'A story with this number has already arrived with other content. The first one was kept.',
};
