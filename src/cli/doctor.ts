import type { Command } from 'commander';
import { examine } from '../lib/server/doctor/examine';
import { CliError } from './cli-error';
import { say } from './output';
import { settingsHere } from './settings-here';

const MARKS = { fine: 'fine ', look: 'LOOK ', wrong: 'WRONG' };

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('looks at settings, disk, folder, keys, journal and database; ends with 1 when something is wrong')
    .action(async () => {
      const lines = await examine(settingsHere());
      for (const { state, says } of lines) say(`${MARKS[state]}  ${says}`);
      const wrong = lines.filter(({ state }) => state === 'wrong').length;
      if (wrong > 0) throw new CliError(`${wrong} of ${lines.length} are wrong.`);
    });
}
