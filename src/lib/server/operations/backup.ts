import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { operation } from '../admin/operation';
import { isRecipient } from '../backup/envelope';
import { takeBackup, type BackupTaken } from '../backup/take-backup';
import { codeOf } from '../error-code';
import { refused, type Refused } from './refused';

const InputSchema = z.object({
  folder: z.string().refine(isAbsolute, 'an absolute path'),
  protection: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('recipients'),
      recipients: z.array(z.string().refine(isRecipient, 'not a key of age (age1...)')).min(1),
    }),
    z.object({ kind: z.literal('passphrase'), passphrase: z.string().min(12, 'at least 12 characters') }),
    z.object({ kind: z.literal('plain') }),
  ]),
  withKeys: z.boolean(),
  keysOnly: z.boolean(),
});

/** Runs where the data are, while they are written. */
export const backup = operation({
  name: 'backup',
  input: InputSchema,
  async run(services, input): Promise<BackupTaken | Refused> {
    try {
      return await takeBackup(services, input);
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      return refused(
        `The backup could not be written to ${input.folder} (${codeOf(error)}). Those before it are as they were.`,
      );
    }
  },
});
