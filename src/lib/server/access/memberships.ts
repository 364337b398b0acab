import type { Me, Membership } from '../../protocol/staff';
import type { Access } from './access';
import type { Staff } from './staff';

/** The programmes somebody may enter, with their roles there. */
export async function membershipsOf({ store }: Access, userId: string): Promise<Membership[]> {
  const held = await store.membershipsOf(userId);
  const memberships = await Promise.all(
    held.map(async ({ programme: slug, roles }): Promise<Membership[]> => {
      const programme = await store.programme(slug);
      if (programme === null) return [];
      return [{ programme: slug, name: programme.name, state: programme.state, origin: programme.origin, roles }];
    }),
  );
  return memberships.flat();
}

export async function meOf(access: Access, { id, name, email }: Staff): Promise<Me> {
  return { user: { name, email }, memberships: await membershipsOf(access, id) };
}
