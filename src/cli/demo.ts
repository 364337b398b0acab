import { type Command } from 'commander';
import * as z from 'zod';
import { call } from './call';
import { say } from './output';
import { counted } from '../lib/server/counted';

const ResultSchema = z.object({ programme: z.string(), stored: z.number(), already: z.number() });

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('writes a labelled programme of synthetic stories; the same numbers give the same stories')
    .requiredOption('--stories <n>', 'how many', Number)
    .option('--seed <seed>', 'small letters and digits', '1')
    .option('--programme <slug>', 'default: synthetic-<stories>-<seed>')
    .action(async (options: { stories: number; seed: string; programme?: string }) => {
      const { programme, stored, already } = await call('demo', options, ResultSchema);
      say(
        `${counted(stored, 'synthetic story', 'synthetic stories')} stored in ${programme}${already > 0 ? `, ${already} there already` : ''}.`,
      );
      say(`Explore: /explore/${programme} (give somebody the role: sheaf user grant --programme ${programme} …)`);
    });
}
