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
    .executeTakeFirst();
  const { numInsertedOrUpdatedRows: laid } = await tx
    .insertInto('withdrawals')
    .values({ programme_id: programme, receipt, story_id: told?.id ?? null, at: at.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (told === undefined) return laid === 1n ? 'waits' : 'already';
  const restricted = told.reading === 'concern';
  if (restricted) await restrict(tx, programme, told.id, at);
  else await forgetStory(tx, programme, told.id);
  await touchProgramme(tx, programme);
  // The same words whether a copy stays or not: a concern is known to the safeguarding role only.
  await chainAudit(tx, { at, actor: 'teller', action: 'story.withdrawn', programme, subject: told.id });
  return restricted ? 'restricted' : 'withdrawn';
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

/**
 * Whether a story that arrives was taken back: by its id, or by its receipt, which the withdrawal may have named before
 * the story came. From then on its id is known too.
 */
export async function wasWithdrawn(
  tx: Kysely<Tables>,
  programme: string,
  id: string,
  receipt: string | null,
): Promise<boolean> {
  const found = await tx
    .selectFrom('withdrawals')
    .select(['receipt', 'story_id'])
    .where('programme_id', '=', programme)
    .where((row) => row.or([row('story_id', '=', id), ...(receipt === null ? [] : [row('receipt', '=', receipt)])]))
    .executeTakeFirst();
  if (found === undefined) return false;
  if (found.story_id === null) {
    await tx
      .updateTable('withdrawals')
      .set({ story_id: id })
      .where('programme_id', '=', programme)
      .where('receipt', '=', found.receipt)
      .execute();
  }
  return true;
}
