import { resolve } from 'node:path';
import type { Command } from 'commander';
import { restoreBackup } from '../lib/server/backup/restore-backup';
import type { Opening } from '../lib/server/backup/envelope';
import { CliError } from './cli-error';
import { say } from './output';
import { identitiesIn, passphraseIn } from './protection';
import { settingsHere } from './settings-here';
import { counted } from '../lib/server/counted';

interface Options {
  readonly from: string;
  readonly identityFile?: string;
  readonly passphraseFile?: string;
  readonly keys?: string;
}

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('brings a backup back, into an empty data folder or an empty database only')
    .requiredOption('--from <file>', 'the backup')
    .option('--identity-file <file>', 'the secret half of the key it was encrypted to')
    .option('--passphrase-file <file>', 'its first line is the passphrase')
    .option('--keys <file>', 'the newest file of keys; default: the one beside the backup')
    .action(async ({ from, keys, ...given }: Options) => {
      const wanted = {
        archive: resolve(from),
        keys: keys === undefined ? null : resolve(keys),
        opening: await openingOf(given),
      };
      const restored = await restoreBackup(settingsHere(), wanted, new Date());
      if (restored.kind === 'refused') throw new CliError(restored.message, restored.details);
      const { stories, files, recordings, gone, at } = restored;
      say(
        `${counted(stories, 'story', 'stories')}, ${counted(files, 'file')} and ${counted(recordings, 'recording')} are back, as they were at ${at}.`,
      );
      if (gone > 0)
        say(
          `${counted(gone, 'story of the backup was', 'stories of the backup were')} taken back or erased since: not restored.`,
        );
      say('Everybody has to sign in again. Devices offer again what they still hold, as soon as the server runs.');
      say('Roles are as they were then: look at `sheaf user list` for who should not have one any more.');
    });
}

async function openingOf({ identityFile, passphraseFile }: Omit<Options, 'from' | 'keys'>): Promise<Opening> {
  if (identityFile !== undefined) return { kind: 'identities', identities: await identitiesIn(identityFile) };
  if (passphraseFile !== undefined) return { kind: 'passphrase', passphrase: await passphraseIn(passphraseFile) };
  return { kind: 'none' };
}
