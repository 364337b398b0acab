import { resolve } from 'node:path';
import type { Command } from 'commander';
import * as z from 'zod';
import { call } from './call';
import { say } from './output';

const ResultSchema = z.object({ file: z.string() });

export function addHeld(program: Command): void {
  program
    .command('held')
    .description('writes everything that is held for a receipt as one page, to be handed to whoever told the story')
    .requiredOption('--code <code>', 'the code on the receipt')
    .requiredOption('--words <words>', 'its four words, in quotation marks')
    .requiredOption('--to <file>', 'the page to write, such as held.html')
    .action(async ({ code, words, to }: { code: string; words: string; to: string }) => {
      const { file } = await call('held', { code, words, file: resolve(to) }, ResultSchema);
      say(file);
      say('It holds what was told, in the open: give it to the person who holds the receipt and to nobody else, then');
      say('delete it. Your terminal may remember the four words: clear its history too.');
    });
}
