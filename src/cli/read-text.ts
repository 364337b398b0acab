import { readFile } from 'node:fs/promises';
import { CliError } from './cli-error';

/** The text of a file named on the command line. */
export async function readText(path: string, what: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT') throw new CliError(`There is no file ${path} (${what}).`);
    throw new CliError(`The file ${path} (${what}) cannot be read (${code}).`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(`The file ${path} (${what}) is not UTF-8 text.`);
  }
}
