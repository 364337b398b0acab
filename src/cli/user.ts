import type { Command } from 'commander';
import * as z from 'zod';
import { STAFF_ROLES } from '../lib/domain/programme/staff-role';
import { call } from './call';
import { say } from './output';
import { counted } from '../lib/server/counted';

const LinkSchema = z.object({ kind: z.literal('link'), link: z.string(), hours: z.number() });
const GrantedSchema = z.object({ email: z.string(), roles: z.array(z.string()) });
const PeopleSchema = z.object({
  people: z.array(z.object({ name: z.string(), email: z.string(), roles: z.array(z.string()) })),
});

const rolesOf = (list: string): string[] => list.split(',').map((role) => role.trim());
const ROLES = `of ${STAFF_ROLES.join(', ')}; several with commas`;

export function addUser(program: Command): void {
  const verb = program.command('user').description('staff of a programme: links, roles, who has which');
  verb
    .command('first-steward')
    .description('a new one-time link that makes the first steward; the one before stops working')
    .action(async () => sayLink(await call('user', { action: 'first-steward' }, LinkSchema)));
  verb
    .command('invite')
    .description('a link that gives roles to whoever opens it first')
    .requiredOption('--programme <slug>', 'the programme')
    .requiredOption('--roles <roles>', ROLES, rolesOf)
    .action(async (options: { programme: string; roles: string[] }) =>
      sayLink(await call('user', { action: 'invite', ...options }, LinkSchema)),
    );
  verb
    .command('grant')
    .description('gives roles to somebody who signs in already')
    .requiredOption('--email <address>', 'by which they sign in')
    .requiredOption('--programme <slug>', 'the programme')
    .requiredOption('--roles <roles>', ROLES, rolesOf)
    .action(async (options: { email: string; programme: string; roles: string[] }) => {
      const { email, roles } = await call('user', { action: 'grant', ...options }, GrantedSchema);
      say(`${email} now has ${roles.join(', ')} in ${options.programme}.`);
    });
  verb
    .command('list')
    .description('who has which role')
    .requiredOption('--programme <slug>', 'the programme')
    .action(async (options: { programme: string }) => {
      const { people } = await call('user', { action: 'list', ...options }, PeopleSchema);
      for (const { name, email, roles } of people) say(`${email}  ${name}  ${roles.join(', ')}`);
      if (people.length === 0) say('Nobody has a role in this programme yet.');
    });
}

function sayLink({ link, hours }: z.infer<typeof LinkSchema>): void {
  say(link);
  say(`It works once, for ${counted(hours, 'hour')}. Whoever holds it has these rights: send it to one person only.`);
}
