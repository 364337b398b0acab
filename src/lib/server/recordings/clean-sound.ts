import { fileTypeFromBuffer } from 'file-type';
import type { Cleaned } from './sound/cleaned';
import { cleanMp3 } from './sound/mp3';
import { cleanMp4 } from './sound/mp4';
import { cleanOgg } from './sound/ogg';
import { cleanWebm } from './sound/webm';

/** Two minutes of speech in any of the four kinds. */
export const MAX_RECORDING_BYTES = 2 * 1024 * 1024;

export type Sound =
  | { readonly kind: 'sound'; readonly bytes: Uint8Array; readonly mime: string }
  | { readonly kind: 'empty' | 'too_large' | 'wrong_type' | Exclude<Cleaned['kind'], 'clean'> };

const CLEAN: Readonly<Record<string, readonly [mime: string, clean: (bytes: Uint8Array) => Cleaned]>> = {
  'audio/mpeg': ['audio/mpeg', cleanMp3],
  'audio/mp4': ['audio/mp4', cleanMp4],
  'audio/x-m4a': ['audio/mp4', cleanMp4],
  'video/mp4': ['audio/mp4', cleanMp4],
  'video/webm': ['audio/webm', cleanWebm],
  'audio/webm': ['audio/webm', cleanWebm],
  'audio/ogg': ['audio/ogg', cleanOgg],
};

/** What somebody uploaded, known by its bytes and not by its name, with nothing left in it but the sound. */
export async function cleanSound(bytes: Uint8Array): Promise<Sound> {
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes.length > MAX_RECORDING_BYTES) return { kind: 'too_large' };
  // `audio/ogg; codecs=opus` is what the library calls Opus.
  const named = (await fileTypeFromBuffer(bytes))?.mime.split(';', 1)[0] ?? '';
  const known = CLEAN[named];
  if (known === undefined) return { kind: 'wrong_type' };
  const cleaned = known[1](bytes);
  return cleaned.kind === 'clean' ? { kind: 'sound', bytes: cleaned.bytes, mime: known[0] } : cleaned;
}
