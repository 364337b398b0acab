import type { Kysely } from 'kysely';
import { SharingSchema } from '../../../domain/story/sharing';
import { effectiveSharing, withLoweredSharing } from '../../../domain/story/story';
import { stricterSharing } from '../../../domain/story/stricter-sharing';
import { storedMoment, storedValue } from '../damaged';
import type { ReceiptFound, Store } from '../port';
import { chainAudit } from './audit';
import { holdProgrammes } from './hold';
import { touchProgramme } from './revision';
import { placeOf, storyOf } from './story-of';
import type { Tables } from './tables';

/** What can be done with a story by whoever holds its receipt. A story taken back is not found, whatever is kept of it. */
export function receiptsIn(db: Kysely<Tables>): Pick<Store, 'storyOfReceipt' | 'lowerSharing'> {
  return {
    storyOfReceipt: (programme, receipt) => found(db, programme, receipt),
    lowerSharing: (programme, receipt, sharing, at) =>
      db.transaction().execute(async (tx) => {
        await holdProgrammes(tx, [programme]);
        const story = await found(tx, programme, receipt);
        if (story === null) return null;
        const lowered = stricterSharing(story.sharing, sharing);
        if (lowered === story.sharing) return story;
        await tx
          .updateTable('stories')
          .set({ lowered })
          .where('programme_id', '=', programme)
          .where('id', '=', story.id)
          .execute();
        await touchProgramme(tx, programme);
        await chainAudit(tx, { at, actor: 'teller', action: 'story.sharing_lowered', programme, subject: story.id });
        return { ...story, sharing: lowered };
      }),
  };
}

async function found(db: Kysely<Tables>, programme: string, receipt: string): Promise<ReceiptFound | null> {
  const row = await db
    .selectFrom('stories')
    .select(['programme_id', 'serial', 'id', 'hash', 'received_at', 'revision', 'read_revision', 'lowered', 'body'])
    .where('programme_id', '=', programme)
    .where('receipt', '=', receipt)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const place = placeOf(row);
  const lowered = row.lowered === null ? null : storedValue(place, SharingSchema, row.lowered);
  return {
    id: row.id,
    receivedAt: storedMoment(place, row.received_at),
    read: row.read_revision === row.revision,
    sharing: effectiveSharing(withLoweredSharing(storyOf(row), lowered)),
  };
}
