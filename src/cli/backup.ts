import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import * as z from 'zod';
import { makeBackupKey } from '../lib/server/backup/backup-key';
import { call } from './call';
import { CliError } from './cli-error';
import { say } from './output';
import { protectionOf, type Given } from './protection';
import { counted } from '../lib/server/counted';

const ResultSchema = z.object({
  archive: z.string().nullable(),
  keys: z.string(),
  stories: z.number(),
  files: z.number(),
  bytes: z.number(),
  damaged: z.array(z.string()),
});

interface Options extends Given {
  readonly to: string;
  readonly withKeys?: boolean;
  readonly keysOnly?: boolean;
}

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('writes everything into one encrypted file, while the server runs, and its keys into another')
    .requiredOption('--to <folder>', 'where to write; made when missing')
    .option('--recipient <key...>', 'encrypted to a key of age (age1...), see `sheaf backup-key`; several may be given')
    .option('--passphrase-file <file>', 'encrypted with the first line of a file')
    .option('--plain', 'not encrypted')
    .option('--with-keys', 'with the key pairs of the programmes (the folder keys)')
    .option('--keys-only', 'writes only the file of keys anew: so that older backups forget what was taken back since')
    .action(async ({ to, withKeys = false, keysOnly = false, ...given }: Options) => {
      const protection = await protectionOf(given);
      const taken = await call('backup', { folder: resolve(to), protection, withKeys, keysOnly }, ResultSchema);
      if (taken.archive !== null) {
        say(
          `${counted(taken.stories, 'story', 'stories')} and ${counted(taken.files, 'file')} (${Math.ceil(taken.bytes / 1024)} kB):`,
        );
        say(taken.archive);
      }
      say(taken.keys);
      say('The second file takes the place of the one before. Keep no older one: it could show what was taken back.');
      if (taken.damaged.length > 0) {
        throw new CliError(
          `${counted(taken.damaged.length, 'file is', 'files are')} missing or damaged, and in no backup:`,
          taken.damaged,
        );
      }
    });
  program
    .command('backup-key')
    .description('makes a key that backups can be encrypted to')
    .requiredOption('--to <file>', 'where to write the secret half; keep it away from the server and the backups')
    .action(async ({ to }: { to: string }) => {
      const { identity, recipient } = await makeBackupKey();
      try {
        await writeFile(to, `# opens backups made with --recipient ${recipient}\n${identity}\n`, {
          mode: 0o600,
          flag: 'wx',
        });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        throw new CliError(`The file ${to} cannot be written (${code}).`);
      }
      say(recipient);
      say(`The line above is for --recipient. ${to} opens the backups: without it they stay shut for ever.`);
    });
}
