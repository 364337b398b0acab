import type { Command } from 'commander';
import * as z from 'zod';
import { call } from './call';
import { CliError } from './cli-error';
import { say } from './output';

interface Options {
  readonly wasOff?: boolean;
  readonly wasWrong?: boolean;
}

export function addClock(program: Command): void {
  program
    .command('clock')
    .description('says whether the clock, by which stories are erased when their time is over, is taken at its word')
    .option('--was-off', 'it is right and was: this server stood still meanwhile, and the days have passed')
    .option('--was-wrong', 'it is right now and was wrong before: every story is kept as if it had arrived today')
    .action(async ({ wasOff, wasWrong }: Options) => {
      if (wasOff && wasWrong) throw new CliError('Say one of --was-off and --was-wrong: they mean different things.');
      const answer = wasOff ? 'was_off' : wasWrong ? 'was_wrong' : null;
      const { says } = await call('clock', { answer }, z.object({ says: z.string() }));
      say(says);
    });
}
