import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import * as z from 'zod';
import { call } from './call';
import { CliError } from './cli-error';
import { say } from './output';
import { counted } from '../lib/server/counted';

const ResultSchema = z.object({
  exported: z.number(),
  erased: z.number(),
  restricted: z.number(),
  report: z.string(),
});

interface Options {
  readonly export: string;
  readonly yes?: string;
  readonly unreadToo?: boolean;
}

export function addClose(program: Command): void {
  program
    .command('close <programme>')
    .description(
      'closes a programme: exports it, then erases what was told in it for good, and says what stays and why',
    )
    .requiredOption('--export <folder>', 'a new folder for the export and the report')
    .option('--yes <slug>', 'the name of the programme once more, for scripts that nobody can ask')
    .option('--unread-too', 'also where stories wait that nobody has read')
    .action(async (programme: string, { export: folder, yes, unreadToo }: Options) => {
      const confirmed = yes ?? (await asked(programme));
      const input = { programme, folder: resolve(folder), confirmed, unread: unreadToo === true };
      const { exported, erased, restricted, report } = await call('close', input, ResultSchema);
      say(`${programme} is closed. ${counted(exported, 'story was', 'stories were')} exported, ${erased} erased.`);
      if (restricted > 0)
        say(
          `${counted(restricted, 'more is', 'more are')} out of everybody's sight but the safeguarding role's, until the concern is settled.`,
        );
      say(`What went, what stays and why: ${report}`);
      say('Keep the export safe or erase it too, and erase older backups by the same date.');
    });
}

async function asked(programme: string): Promise<string> {
  if (!process.stdin.isTTY) throw new CliError(`Nobody can be asked here: say --yes ${programme}.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(`What was told in ${programme} will be gone for good. Type its name to go on: `);
  } finally {
    terminal.close();
  }
}
