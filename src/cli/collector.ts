import type { Command } from 'commander';
import * as z from 'zod';
import { AUDIENCES } from '../lib/domain/audience';
import { call } from './call';
import { say } from './output';
import { counted } from '../lib/server/counted';

const ListSchema = z.object({
  collectors: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      link: z.string(),
      device: z.enum(['own', 'shared']),
      audiences: z.array(z.string()),
      place: z.string().nullable(),
      from: z.string().nullable(),
      until: z.string().nullable(),
      limit: z.number().nullable(),
      state: z.enum(['not_yet', 'open', 'full', 'closed', 'revoked']),
    }),
  ),
});
type Listed = z.infer<typeof ListSchema>['collectors'][number];
const AddedSchema = z.object({ code: z.string(), link: z.string() });
const ClosedSchema = z.object({ code: z.string(), before: z.boolean() });

interface AddOptions {
  readonly programme: string;
  readonly name: string;
  readonly device: string;
  readonly audiences?: string[];
  readonly from?: string;
  readonly until?: string;
  readonly place?: string;
}

export function addCollector(program: Command): void {
  const verb = program
    .command('collector')
    .description('links by which people tell: which there are, new ones, closing');
  verb
    .command('list')
    .description('every link of a programme')
    .requiredOption('--programme <slug>', 'the programme')
    .action(async (options: { programme: string }) => {
      const { collectors } = await call('collector', { action: 'list', ...options }, ListSchema);
      for (const collector of collectors) say(lineOf(collector));
      if (collectors.length === 0) say('This programme has no links yet.');
    });
  verb
    .command('add')
    .description('a new link; what kind of device it is for cannot be changed later')
    .requiredOption('--programme <slug>', 'the programme')
    .requiredOption('--name <name>', 'what stewards call it; no teller is told')
    .requiredOption(
      '--device <kind>',
      'own: a phone or computer of one person; shared: nothing told stays readable on it',
    )
    .option('--audiences <audiences>', `some of ${AUDIENCES.join(', ')}, with commas; left out = all`, (list) =>
      list.split(',').map((audience) => audience.trim()),
    )
    .option('--from <day>', 'the first day it lets people in, as 2026-12-31')
    .option('--until <day>', 'the last day it lets people in')
    .option('--place <area>', 'where all who tell by it live; then nobody is asked')
    .action(async ({ audiences, from = '', until = '', place = '', ...options }: AddOptions) => {
      const input = { action: 'add', ...options, audiences: audiences ?? null, from, until, place };
      const { code, link } = await call('collector', input, AddedSchema);
      say(link);
      say(
        options.device === 'shared'
          ? `Open it on the tablet that people share. The code to type is ${code}.`
          : `For people's own phones and computers: on a tablet that people share it would keep what they told. The code to type is ${code}.`,
      );
    });
  verb
    .command('close <code>')
    .description('lets no new device in; what was told already still arrives. There is no way back')
    .action(async (code: string) => {
      const closed = await call('collector', { action: 'close', code }, ClosedSchema);
      say(
        closed.before
          ? `${closed.code} was closed before. Nothing was changed.`
          : `${closed.code} is closed. What was told by it already still arrives.`,
      );
    });
}

const STATES = { not_yet: 'not open yet', open: 'open', full: 'full', closed: 'closed', revoked: 'stopped' } as const;

function lineOf({ code, name, link, device, audiences, place, from, until, limit, state }: Listed): string {
  return [
    code,
    name,
    `${device} device`,
    STATES[state],
    audiences.join(', '),
    ...(from === null ? [] : [`from ${from}`]),
    ...(until === null ? [] : [`until ${until}`]),
    ...(place === null ? [] : [`all from ${place}`]),
    ...(limit === null ? [] : [`${counted(limit, 'story', 'stories')} at most`]),
    link,
  ].join('  ');
}
