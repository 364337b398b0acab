import { resolve } from 'node:path';
import type { Command } from 'commander';
import { changeKey } from '../lib/server/at-rest/change-key';
import { readSettings } from '../lib/server/settings';
import { CliError } from './cli-error';
import { say } from './output';
import { counted } from '../lib/server/counted';

const LEFTOVERS =
  'Copies made before (backups, snapshots) are as they were, and a disk may keep traces of deleted files: see the README.';

/** Verbs that write the data folder anew; no server may have it open meanwhile. */
export function addEncrypt(program: Command): void {
  program
    .command('encrypt')
    .description('seals the data folder with the key of SHEAF_KEY_FILE; the server must be stopped')
    .action(() => change((keyFile) => ({ from: null, to: keyFile }), 'The data folder is encrypted now'));
  program
    .command('decrypt')
    .description('lays the data folder open again; the server must be stopped')
    .action(() =>
      change(
        (keyFile) => ({ from: keyFile, to: null }),
        'The data folder is not encrypted any more: unset SHEAF_KEY_FILE',
      ),
    );
  program
    .command('rekey')
    .description('seals the data folder with another key than that of SHEAF_KEY_FILE; the server must be stopped')
    .requiredOption('--new-key-file <file>', 'the file with the key that is to come')
    .action(({ newKeyFile }: { newKeyFile: string }) =>
      change(
        (keyFile) => ({ from: keyFile, to: resolve(newKeyFile) }),
        `The data folder is encrypted with the new key: set SHEAF_KEY_FILE to ${resolve(newKeyFile)}`,
      ),
    );
}

type Keys = { readonly from: string | null; readonly to: string | null };

async function change(keysOf: (keyFile: string) => Keys, done: string): Promise<void> {
  const read = readSettings(process.env);
  if (read.kind === 'not_valid') throw new CliError(read.message);
  const { data, keyFile } = read.settings;
  if (keyFile === null) throw new CliError('SHEAF_KEY_FILE is not set: it names the file with the key.');
  const changed = await changeKey({ data, ...keysOf(keyFile) });
  if (changed.kind === 'refused') throw new CliError(changed.message);
  if (changed.kind === 'already') return say('The data folder lies so already.');
  say(`${done}. ${counted(changed.files, 'file was', 'files were')} written anew and read back.`);
  say(LEFTOVERS);
}
