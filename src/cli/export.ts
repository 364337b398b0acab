import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import * as z from 'zod';
import { call } from './call';
import { say } from './output';

const ResultSchema = z.object({ stories: z.number(), readable: z.number(), files: z.array(z.string()) });

export function addExport(program: Command): void {
  program
    .command('export')
    .description('writes one row per story: every answer in its parts, its state and its method')
    .requiredOption('--programme <slug>', 'the programme')
    .addOption(new Option('--format <format>', 'the only one today').choices(['csv']).default('csv'))
    .requiredOption('--out <folder>', 'where to write; made when missing')
    .action(async ({ programme, out }: { programme: string; out: string }) => {
      const result = await call('export-csv', { programme, folder: resolve(out) }, ResultSchema);
      say(`${result.stories} stories, ${result.readable} of them with words (cleared and shared):`);
      for (const file of result.files) say(file);
    });
}
