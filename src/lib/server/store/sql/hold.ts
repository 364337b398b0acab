import type { Kysely } from 'kysely';
import * as z from 'zod';
import { storedJson } from '../damaged';
import { storeFailure } from '../failure';
import type { Tables } from './tables';

/**
 * Makes everybody else who changes something of these programmes wait until this transaction has ended, in this process
 * or another: what is read afterwards stays true until the commit, and the serials of a programme's stories count up in
 * the order of their commits. Taken first in a transaction, in one order, so that two never wait for each other.
 *
 * A row is written as it is, which both engines understand.
 */
export async function holdProgrammes(tx: Kysely<Tables>, slugs: Iterable<string>): Promise<void> {
  for (const slug of [...new Set(slugs)].sort()) {
    await tx
      .updateTable('programmes')
      .set((row) => ({ revision: row.ref('revision') }))
      .where('programme_id', '=', slug)
      .execute();
  }
}

/** Parsed whole, a programme costs more than a story. */
const StateSchema = z.object({ state: z.string().optional(), origin: z.string().optional() });

/**
 * A programme that was closed takes no story of a person any more; asked while it is held, so that none slips in behind an
 * erasure. Imported programmes are closed to people from the start.
 * @throws StoreFailure `programme_closed`
 */
export async function refuseClosed(tx: Kysely<Tables>, slugs: Iterable<string>): Promise<void> {
  for (const slug of slugs) {
    const row = await tx.selectFrom('programmes').select('body').where('programme_id', '=', slug).executeTakeFirst();
    const { state, origin } = storedJson(`programmes ${slug}`, StateSchema, row?.body ?? '{}');
    if (state === 'closed' && origin === 'told')
      throw storeFailure('programme_closed', `the programme ${slug} is closed`);
  }
}

/** The same for the one chain of the audit; after programmes. */
export async function holdAudit(tx: Kysely<Tables>): Promise<void> {
  await tx
    .insertInto('meta')
    .values({ key: 'audit', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute();
}
