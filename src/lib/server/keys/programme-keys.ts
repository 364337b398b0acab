import { readFile, rm } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicKey, Sealed } from '../../domain/story/sealed';
import { KeyPairSchema, makeKeyPair, type KeyPair } from '../../sealing/key-pair';
import { openSealed, type Opened } from '../../sealing/open';
import type { Bond } from '../../sealing/seal';
import { PLAIN, type AtRest } from '../at-rest/at-rest';
import { makeFolder } from '../make-folder';

/** The key pairs of the safeguarding role, one for each programme. */
export interface ProgrammeKeys {
  /** Made when it is asked for the first time. */
  publicKeyOf(programme: string): Promise<PublicKey>;
  open(sealed: Sealed, bond: Bond): Promise<Opened>;
  /** For good: what was sealed to it opens nowhere any more, not even from a copy of the database. */
  destroy(programme: string): Promise<void>;
}

/**
 * Keeps each pair in a file of its own under `<data>/keys`, readable by the server's user only and outside the
 * database: a copy of the database alone opens nothing. A file that is there is never written again.
 * @param data the data folder
 */
export function openProgrammeKeys(data: string, atRest: AtRest = PLAIN): ProgrammeKeys {
  const known = new Map<string, Promise<KeyPair>>();
  const pairOf = (programme: string): Promise<KeyPair> => {
    const pair = known.get(programme) ?? readOrMake(join(data, 'keys'), programme, atRest);
    known.set(programme, pair);
    // A disk that was full or a file that could not be read may be well the next time.
    pair.catch(() => known.delete(programme));
    return pair;
  };
  return {
    async publicKeyOf(programme) {
      const { id, key } = await pairOf(programme);
      return { id, key };
    },
    async destroy(programme) {
      known.delete(programme);
      await rm(join(data, 'keys', `${programme}.json`), { force: true });
    },
    open: async (sealed, bond) => openSealed(sealed, await pairOf(bond.programme), bond),
  };
}

async function readOrMake(folder: string, programme: string, atRest: AtRest): Promise<KeyPair> {
  const path = join(folder, `${programme}.json`);
  const found = await read(path, programme, atRest);
  if (found !== null) return found;
  const made = await makeKeyPair();
  makeFolder(folder, 0o700);
  try {
    const lying = atRest.seal('programme-key', programme, Buffer.from(`${JSON.stringify(made)}\n`));
    writeFileSync(path, lying, { mode: 0o600, flag: 'wx', flush: true });
    return made;
  } catch (error) {
    const first = isExisting(error) ? await read(path, programme, atRest) : null;
    if (first === null) throw error;
    return first;
  }
}

/** Null when there is no such file. @throws when it is there and holds no key pair: a new one must not take its place */
async function read(path: string, programme: string, atRest: AtRest): Promise<KeyPair | null> {
  let lying: Uint8Array;
  try {
    lying = await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const text = Buffer.from(atRest.open('programme-key', programme, lying)).toString('utf8');
    return KeyPairSchema.parse(JSON.parse(text));
  } catch {
    // Neither the schema's nor the parser's own message: both may quote what they read.
    throw new Error(
      `${path} holds no key pair; put it back from a copy, for what was sealed to it opens with no other`,
    );
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
