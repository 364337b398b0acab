import type { Access } from './access';

/** What people of these ids call themselves; whose account is gone is not among them. Names live in the sign-in library's table. */
export async function staffNames(
  { accounts }: Pick<Access, 'accounts'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await accounts.db
    .withTables<{ staff_user: { id: string; name: string } }>()
    .selectFrom('staff_user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
