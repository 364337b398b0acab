import { CliError } from './cli-error';
import { readText } from './read-text';

export interface Given {
  readonly recipient?: string[];
  readonly passphraseFile?: string;
  readonly plain?: boolean;
}

/** How a backup is to be closed. @throws CliError unless exactly one way was said */
export async function protectionOf({ recipient, passphraseFile, plain }: Given) {
  const ways = [recipient, passphraseFile, plain].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw new CliError(
      'Say how the backup is encrypted: --recipient age1... or --passphrase-file <file>; --plain leaves it open to everybody who gets hold of it.',
    );
  }
  if (recipient !== undefined) return { kind: 'recipients' as const, recipients: recipient };
  if (passphraseFile !== undefined)
    return { kind: 'passphrase' as const, passphrase: await passphraseIn(passphraseFile) };
  return { kind: 'plain' as const };
}

/** The first line of a file. */
export async function passphraseIn(file: string): Promise<string> {
  return (await readText(file, 'the passphrase')).split(/\r?\n/, 1)[0] ?? '';
}

/** The lines of a file as `age-keygen` or `sheaf backup-key` write it. */
export async function identitiesIn(file: string): Promise<string[]> {
  const lines = (await readText(file, 'the identity')).split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
