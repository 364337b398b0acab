import type { Command } from 'commander';
import { moveToPostgres } from '../lib/server/move/move-to-postgres';
import { CliError } from './cli-error';
import { settingsHere } from './settings-here';
import { say } from './output';
import { counted } from '../lib/server/counted';

export function addMove(program: Command): void {
  program
    .command('move')
    .description('copies the embedded database into an empty PostgreSQL database; the server must be stopped')
    .requiredOption('--to <url>', 'postgres://user:password@host:5432/database')
    .action(async ({ to }: { to: string }) => {
      const here = settingsHere();
      const address = URL.canParse(to) ? new URL(to).protocol : '';
      if (address !== 'postgres:' && address !== 'postgresql:') {
        throw new CliError('--to must be a PostgreSQL address: postgres://user:password@host:5432/database.');
      }
      const moved = await moveToPostgres(here, to, new Date());
      if (moved.kind === 'refused') throw new CliError(moved.message, moved.details);
      say(
        `${counted(moved.stories, 'story', 'stories')} and all else (${counted(moved.rows, 'row')} of ${counted(moved.tables, 'table')}) copied and read again.`,
      );
      say(`Next: set DATABASE_URL to that address, leave SHEAF_DATA at ${here.data}, and start the server.`);
      say(
        'Files, journal and keys stay in that folder. The embedded database (sheaf.db) is as it was: what is taken back',
      );
      say('from now on is not taken from it, so delete it once the server runs and the first backup is made.');
    });
}
