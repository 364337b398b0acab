import * as z from 'zod';
import { SlugSchema } from '../../domain/identifiers';
import { StaffRoleSchema } from '../../domain/programme/staff-role';
import { accessOf } from '../access/access-of';
import { accountByEmail } from '../access/accounts';
import { operation } from '../admin/operation';
import { issueFirstStewardToken } from '../first-steward';
import type { Services } from '../services';
import { hashToken, newToken } from '../token';
import { originOf } from './origin-of';
import { refused, type Refused } from './refused';

export type UserChanged =
  | { readonly kind: 'link'; readonly link: string; readonly hours: number }
  | { readonly kind: 'granted'; readonly email: string; readonly roles: readonly string[] }
  | { readonly kind: 'people'; readonly people: readonly { name: string; email: string; roles: readonly string[] }[] };

const roles = z.array(StaffRoleSchema).min(1);
const InputSchema = z.discriminatedUnion('action', [
  /** The one-time link that makes the first steward. */
  z.object({ action: z.literal('first-steward') }),
  z.object({ action: z.literal('invite'), programme: SlugSchema, roles }),
  z.object({ action: z.literal('grant'), programme: SlugSchema, email: z.email(), roles }),
  z.object({ action: z.literal('list'), programme: SlugSchema }),
]);

/** Staff of a programme: links, roles, and who has which. Whoever may use the data folder may use this. */
export const user = operation({
  name: 'user',
  input: InputSchema,
  run: (services, input): Promise<UserChanged | Refused> => perform(services, input),
});

const INVITATION_HOURS = 7 * 24;

async function perform(services: Services, input: z.infer<typeof InputSchema>): Promise<UserChanged | Refused> {
  const { store } = services;
  if (input.action === 'first-steward') {
    const token = await issueFirstStewardToken(services);
    if (token === null) return refused('There is a steward already: invite others with `user invite`.');
    return { kind: 'link', link: `${originOf(services)}/first-steward#${token}`, hours: 72 };
  }
  if ((await store.programme(input.programme)) === null) return refused(`There is no programme ${input.programme}.`);
  switch (input.action) {
    case 'invite':
      return invite(services, input.programme, input.roles);
    case 'grant': {
      const userId = await accountByEmail(accessOf(services), input.email);
      if (userId === null)
        return refused(`Nobody signs in as ${input.email}: send an invitation with \`user invite\`.`);
      await store.grantRoles(userId, input.programme, input.roles);
      await note(services, 'roles.granted', input.programme, `${userId} ${input.roles.join(' ')}`);
      return { kind: 'granted', email: input.email, roles: input.roles };
    }
    case 'list':
      return { kind: 'people', people: await peopleOf(services, input.programme) };
  }
}

async function invite(services: Services, programme: string, held: z.infer<typeof roles>): Promise<UserChanged> {
  const { store, random, now } = services;
  const token = newToken(random);
  const expiresAt = new Date(now().getTime() + INVITATION_HOURS * 3_600_000);
  await store.createInvitation({ tokenHash: hashToken(token), programme, roles: held, expiresAt });
  await note(services, 'invitation.made', programme, held.join(' '));
  return { kind: 'link', link: `${originOf(services)}/invite#${token}`, hours: INVITATION_HOURS };
}

/** People's names live in the sign-in library's table, their roles in ours; both in one database. */
async function peopleOf({ accounts }: Services, programme: string) {
  const rows = await accounts.db
    .withTables<{ staff_user: { id: string; name: string; email: string } }>()
    .selectFrom('members')
    .innerJoin('staff_user', 'staff_user.id', 'members.user_id')
    .select(['staff_user.name', 'staff_user.email', 'members.role'])
    .where('members.programme_id', '=', programme)
    .orderBy('staff_user.email')
    .orderBy('members.role')
    .execute();
  const people = new Map<string, { name: string; email: string; roles: string[] }>();
  for (const { name, email, role } of rows) {
    const known = people.get(email);
    if (known === undefined) people.set(email, { name, email, roles: [role] });
    else known.roles.push(role);
  }
  return [...people.values()];
}

function note({ store, now }: Services, action: string, programme: string, subject: string): Promise<void> {
  return store.appendAudit({ at: now(), actor: 'cli', action, programme, subject });
}
