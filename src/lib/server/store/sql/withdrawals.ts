import type { Kysely } from 'kysely';
import type { Store } from '../port';
import { chainAudit } from './audit';
import { forgetStory } from './forget-story';
import { holdProgrammes } from './hold';
import { touchProgramme } from './revision';
import type { Tables } from './tables';

/** Stories that their tellers took back. */
export function withdrawalsIn(db: Kysely<Tables>): Pick<Store, 'withdraw' | 'withdrawn'> {
  return {
    async withdrawn(programme, receipt) {
      const row = await db
        .selectFrom('withdrawals')
        .select('at')
        .where('programme_id', '=', programme)
        .where('receipt', '=', receipt)
        .executeTakeFirst();
      return row !== undefined;
    },
    withdraw: (withdrawal) => db.transaction().execute((tx) => withdraw(tx, withdrawal)),
  };
}

async function withdraw(
  tx: Kysely<Tables>,
  { programme, receipt, at }: Parameters<Store['withdraw']>[0],
): ReturnType<Store['withdraw']> {
  await holdProgrammes(tx, [programme]);
  const told = await tx
    .selectFrom('stories')
    .select(['id', 'reading'])
    .where('programme_id', '=', programme)
    .where('receipt', '=', receipt)
    .where('withdrawn_at', 'is', null)
    .orderBy('serial')
    .execute();
  const { numInsertedOrUpdatedRows: laid } = await tx
    .insertInto('withdrawals')
    .values({ programme_id: programme, receipt, story_id: told[0]?.id ?? null, at: at.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (told.length === 0) return laid === 1n ? 'waits' : 'already';
  // More than one only where words were used twice: whoever takes back means all that is found by them.
  for (const { id, reading } of told) {
    if (reading === 'concern') await restrict(tx, programme, id, at);
    else await forgetStory(tx, programme, id);
    // The same words whether a copy stays or not: a concern is known to the safeguarding role only.
    await chainAudit(tx, { at, actor: 'teller', action: 'story.withdrawn', programme, subject: id });
  }
  await touchProgramme(tx, programme);
  return told.some(({ reading }) => reading === 'concern') ? 'restricted' : 'withdrawn';
}

/** Takes a story out of everybody's sight but the safeguarding role's, until the concern is settled. */
export async function restrict(tx: Kysely<Tables>, programme: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('stories')
    .set({ withdrawn_at: at.toISOString() })
    .where('programme_id', '=', programme)
    .where('id', '=', id)
    .execute();
}
