import type { Kysely } from 'kysely';
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

/** The same for the one chain of the audit; after programmes. */
export async function holdAudit(tx: Kysely<Tables>): Promise<void> {
  await tx
    .insertInto('meta')
    .values({ key: 'audit', value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute();
}
