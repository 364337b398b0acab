import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import * as z from 'zod';
import { call } from './call';
import { say } from './output';
import { counted } from '../lib/server/counted';

const ResultSchema = z.object({ stories: z.number(), readable: z.number(), files: z.array(z.string()) });

const TablesSchema = z.object({ quarter: z.string(), tables: z.number(), files: z.array(z.string()) });

interface Options {
  readonly programme: string;
  readonly out: string;
  readonly tables?: boolean;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description(
      'writes one row per story, for whoever looks after this installation and nobody else; with --tables what may be passed on',
    )
    .requiredOption('--programme <slug>', 'the programme')
    .addOption(new Option('--format <format>', 'the only one today').choices(['csv']).default('csv'))
    .option('--tables', 'the released tables: guarded, rounded, frozen for the quarter')
    .requiredOption('--out <folder>', 'where to write; made when missing')
    .action(async ({ programme, out, tables }: Options) => {
      if (tables === true) {
        const released = await call('export-tables', { programme, folder: resolve(out) }, TablesSchema);
        say(
          `${counted(released.tables, 'table')} of the release ${released.quarter}. These may be passed on, notes included:`,
        );
        for (const file of released.files) say(file);
        return;
      }
      const result = await call('export-csv', { programme, folder: resolve(out) }, ResultSchema);
      say(
        `${counted(result.stories, 'story', 'stories')}, ${result.readable} of them with words (cleared and shared):`,
      );
      for (const file of result.files) say(file);
      say('Single stories are for analysts under contract: keep these files here. To pass figures on, use --tables.');
    });
}
