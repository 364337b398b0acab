import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Decrypter, Encrypter } from 'age-encryption';

/** How a backup is closed; `plain` only where somebody said so. */
export type Protection =
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'plain' };

/** By what it is opened again. */
export type Opening =
  | { readonly kind: 'identities'; readonly identities: readonly string[] }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'none' };

/** The first line of a file in the age format (age-encryption.org/v1), which other programs read as well. */
const MAGIC = 'age-encryption.org/v1\n';

/** Whether this is the name of a key that can be sealed to. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

export async function closed(
  bytes: AsyncIterable<Uint8Array>,
  protection: Protection,
): Promise<AsyncIterable<Uint8Array>> {
  if (protection.kind === 'plain') return bytes;
  const encrypter = new Encrypter();
  if (protection.kind === 'passphrase') encrypter.setPassphrase(protection.passphrase);
  else for (const recipient of protection.recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(asStream(bytes));
}

export type FileOpened =
  | { readonly kind: 'opened'; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly kind: 'key_needed' }
  | { readonly kind: 'other_key' };

/** @throws the system's error when the file cannot be read */
export async function openFile(path: string, opening: Opening): Promise<FileOpened> {
  if (!(await isClosed(path))) return { kind: 'opened', bytes: createReadStream(path) };
  if (opening.kind === 'none') return { kind: 'key_needed' };
  const decrypter = new Decrypter();
  const file = createReadStream(path);
  try {
    if (opening.kind === 'passphrase') decrypter.addPassphrase(opening.passphrase);
    else for (const identity of opening.identities) decrypter.addIdentity(identity);
    return { kind: 'opened', bytes: await decrypter.decrypt(asStream(file)) };
  } catch {
    // Its own words name no key; which of several does not fit is all there is to know.
    file.destroy();
    return { kind: 'other_key' };
  }
}

async function isClosed(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.toString('latin1') === MAGIC;
  } finally {
    await file.close();
  }
}

/** Pulled from, so that nothing piles up where writing is slower than reading. */
function asStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
