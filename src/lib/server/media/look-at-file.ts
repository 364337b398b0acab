import { createHash } from 'node:crypto';
import exifReader from 'exifreader';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { FILE_TYPES, MAX_FILE_BYTES } from '../../domain/story/media-limits';
import type { FileRefusal, UploadMetadata } from '../../protocol/media';
import type { Finding } from './clean/finding';
import { lookAtJpeg } from './clean/jpeg';
import { lookAtMp4 } from './clean/mp4';
import { lookAtPng } from './clean/png';
import { lookAtWebm } from './clean/webm';
import { lookAtWebp } from './clean/webp';

/** Pixels of a picture at most: a small file can unfold to gigabytes in the browser of whoever looks at it. */
export const MAX_PIXELS = 40_000_000;

const LOOK: Readonly<Record<string, (bytes: Uint8Array) => Finding>> = {
  'image/png': lookAtPng,
  'image/jpeg': lookAtJpeg,
  'image/webp': lookAtWebp,
  'audio/webm': lookAtWebm,
  'audio/mp4': lookAtMp4,
};

export type Looked = { readonly kind: 'taken' } | { readonly kind: 'refused'; readonly refusal: FileRefusal };

/**
 * Whether a file is what was announced and says nothing beside it: length, hash, magic bytes, build and metadata, in this
 * order. Nothing is mended: a file is named by its hash, so a mended one would be another file (docs/decisions/170).
 */
export async function lookAtFile(bytes: Uint8Array, announced: UploadMetadata): Promise<Looked> {
  const refuse = (refusal: FileRefusal): Looked => ({ kind: 'refused', refusal });
  if (bytes.length > MAX_FILE_BYTES[announced.kind]) return refuse('too_large');
  if (createHash('sha256').update(bytes).digest('hex') !== announced.sha256) return refuse('hash_differs');
  const mime = await typeOf(bytes);
  if (mime !== announced.mime || !FILE_TYPES[announced.kind].includes(mime)) return refuse('wrong_type');
  const found = LOOK[mime]?.(bytes) ?? { kind: 'not_readable' };
  if (found.kind !== 'clean') return refuse(found.kind);
  if (mime.startsWith('image/')) return (await pictureProblem(bytes)) ?? { kind: 'taken' };
  return { kind: 'taken' };
}

/** By the first bytes. The library names the containers of sound by their commoner content. */
async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (mime === 'video/webm') return 'audio/webm';
  if (mime === 'video/mp4' || mime === 'audio/x-m4a') return 'audio/mp4';
  return mime ?? null;
}

/** A second pair of eyes for metadata, and whether it can be drawn at a size that a browser bears. */
async function pictureProblem(bytes: Uint8Array): Promise<Looked | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
    if (width * height > MAX_PIXELS) return { kind: 'refused', refusal: 'too_large' };
  } catch {
    return { kind: 'refused', refusal: 'not_readable' }; // the library's words quote what it met
  }
  return tells(bytes) ? { kind: 'refused', refusal: 'has_metadata' } : null;
}

function tells(bytes: Uint8Array): boolean {
  try {
    const copy = bytes.slice().buffer;
    const { exif, gps, iptc, xmp } = exifReader.load(copy, { expanded: true });
    return [exif, gps, iptc, xmp].some((tags) => tags !== undefined && Object.keys(tags).length > 0);
  } catch {
    return false; // it throws where it finds nothing at all
  }
}
