import { Option, type Command } from 'commander';
import * as z from 'zod';
import { call } from './call';
import { say } from './output';
import { readText } from './read-text';
import { counted } from '../lib/server/counted';

const ResultSchema = z.object({
  programme: z.string(),
  stored: z.number(),
  already: z.number(),
  notes: z.array(z.string()),
});

interface Options {
  readonly definition: string;
  readonly captures: string;
  readonly programme: string;
  readonly sharing?: string;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description("reads another tool's files into a programme of its own")
    .command('sensemaker')
    .description('a SenseMaker definition (JSON) and its raw captures (CSV); a file with a fault imports nothing')
    .requiredOption('--definition <file>', 'the framework definition')
    .requiredOption('--captures <file>', 'the captures in raw form, shares from 0 to 1')
    .requiredOption('--programme <slug>', 'the programme to make or to add to')
    .addOption(
      new Option(
        '--sharing <how>',
        'what the tellers agreed to; without it the stories count as dots and their words stay unread',
      ).choices(['dots', 'read', 'quote']),
    )
    .action(async ({ definition, captures, programme, sharing }: Options) => {
      const input = {
        definition: await readText(definition, 'the definition'),
        captures: await readText(captures, 'the captures'),
        programme,
        sharing: sharing ?? null,
      };
      const result = await call('import-sensemaker', input, ResultSchema);
      for (const note of result.notes) say(`- ${note}`);
      const already = result.already > 0 ? `, ${result.already} there already` : '';
      say(`${counted(result.stored, 'capture')} stored in ${result.programme}${already}.`);
      say(
        sharing === undefined || sharing === 'dots'
          ? 'They count as dots; their words stay with the team.'
          : 'Their words wait for a reader in Care.',
      );
    });
}
