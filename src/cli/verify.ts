import type { Command } from 'commander';
import * as z from 'zod';
import { call } from './call';
import { CliError } from './cli-error';
import { say } from './output';
import { counted } from '../lib/server/counted';

const ResultSchema = z.object({ findings: z.array(z.string()), stories: z.number(), files: z.number() });

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('reads every story and file and says what is not as it should be; ends with 1 when there is anything')
    .action(async () => {
      const { findings, stories, files } = await call('verify', {}, ResultSchema);
      const looked = `${counted(stories, 'story', 'stories')} and ${counted(files, 'file')}, their links, recordings, audit and journal`;
      if (findings.length > 0) throw new CliError(`Looked at ${looked}. Not as it should be:`, findings);
      say(`${looked}: all as it should be.`);
    });
}
