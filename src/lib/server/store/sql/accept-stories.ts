import type { Kysely } from 'kysely';
import { canonicalJson } from '../../../domain/story/content-hash';
import type { Outcome } from '../../../protocol/push';
import type { AcceptedStory } from '../port';
import { amendStory, helpColumns } from './amend-story';
import { erasedAmong } from './erasures';
import { holdProgrammes, refuseClosed } from './hold';
import { touchProgramme } from './revision';
import { nameFiles } from './story-files';
import type { Tables } from './tables';
import { wasWithdrawn } from './withdrawals';

export interface Waiting {
  readonly batch: readonly AcceptedStory[];
  readonly receivedAt: Date;
}

/** Stores batches in one transaction; one list of outcomes per batch, to be told only after this resolves. */
export async function acceptBatches(db: Kysely<Tables>, batches: readonly Waiting[]): Promise<Outcome[][]> {
  return db.transaction().execute(async (tx) => {
    const stories = batches.flatMap(({ batch }) => batch.map(({ story }) => story));
    const programmes = new Set(stories.map(({ programme }) => programme));
    await holdProgrammes(tx, programmes);
    await refuseClosed(tx, programmes);
    const erased = new Map<string, ReadonlySet<string>>();
    for (const slug of programmes) {
      const ids = stories.flatMap(({ id, programme }) => (programme === slug ? [id] : []));
      erased.set(slug, await erasedAmong(tx, slug, ids));
    }
    const outcomes: Outcome[][] = [];
    const touched = new Set<string>();
    for (const { batch, receivedAt } of batches) {
      const told: Outcome[] = [];
      for (const accepted of batch) {
        const { id, programme } = accepted.story;
        const outcome = erased.get(programme)?.has(id)
          ? ({ id, outcome: 'refused', reason: ERASED } as const)
          : await acceptOne(tx, accepted, receivedAt);
        if (outcome.outcome === 'stored') touched.add(accepted.story.programme);
        told.push(outcome);
      }
      outcomes.push(told);
    }
    for (const slug of touched) await touchProgramme(tx, slug);
    return outcomes;
  });
}

/**
 * Id, hash, receipt and revision decide; the second of two equal stories in one batch meets the first like one from
 * another batch. Whatever the order in which they come:
 *
 * | known | comes | outcome |
 * |---|---|---|
 * | erased (by id) | anything | refused, `withdrawn`, with words of its own |
 * | taken back (by id or receipt) | anything | refused, `withdrawn` |
 * | nothing | any revision | stored |
 * | the same hash | | already |
 * | the same receipt | a lower revision | already: a newer one has taken its place |
 * | the same receipt | a higher revision | stored in its place |
 * | else | | refused, `other_content`: the first is kept |
 */
async function acceptOne(tx: Kysely<Tables>, accepted: AcceptedStory, receivedAt: Date): Promise<Outcome> {
  const { story, hash, receipt } = accepted;
  const { id, programme } = story;
  if (await wasWithdrawn(tx, programme, id, receipt)) return { id, outcome: 'refused', reason: WITHDRAWN };
  const known = await tx
    .selectFrom('stories')
    .select(['hash', 'receipt', 'revision', 'reading', 'body'])
    .where('programme_id', '=', programme)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known === undefined) {
    await insertStory(tx, accepted, receivedAt);
    return { id, outcome: 'stored' };
  }
  if (known.hash === hash) return { id, outcome: 'already' };
  if (receipt !== null && receipt === known.receipt && story.revision !== known.revision) {
    if (story.revision < known.revision) return { id, outcome: 'already' };
    await amendStory(tx, accepted, known, receivedAt);
    return { id, outcome: 'stored' };
  }
  return { id, outcome: 'refused', reason: OTHER_CONTENT };
}

async function insertStory(
  tx: Kysely<Tables>,
  { story, hash, receipt, help, receivedAt: elsewhere }: AcceptedStory,
  receivedAt: Date,
): Promise<void> {
  const { id, programme } = story;
  await tx
    .insertInto('stories')
    .values({
      programme_id: programme,
      id,
      collector: story.collector,
      hash,
      receipt,
      received_at: (elsewhere ?? receivedAt).toISOString(),
      body: canonicalJson(story),
      revision: story.revision,
    })
    .execute();
  await nameFiles(tx, programme, id, story.media);
  if (help !== null) {
    await tx
      .insertInto('help_requests')
      .values({ programme_id: programme, story_id: id, ...helpColumns(help) })
      .execute();
  }
}

const OTHER_CONTENT = {
  kind: 'other_content' as const,
  message: 'A story with this number has already arrived with other content. The first one was kept.',
};

const ERASED = {
  kind: 'withdrawn' as const,
  message: 'This story arrived, was kept as long as was promised, and was erased. It can be removed from this device.',
};

const WITHDRAWN = {
  kind: 'withdrawn' as const,
  message: 'This story was taken back. It can be removed from this device.',
};
