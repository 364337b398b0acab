import { CLEAN, NOT_READABLE, fourLetters, hasMetadata, viewOf, type Finding } from './finding';

/** One still picture, its transparency and its colours (RFC 9649). EXIF, XMP and unknown chunks are metadata. */
const SHOWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']);

/** Walks the chunks of a WebP; the file ends where its head says. */
export function lookAtWebp(bytes: Uint8Array): Finding {
  const view = viewOf(bytes);
  if (bytes.length < 20 || view.getUint32(4, true) + 8 !== bytes.length) return NOT_READABLE;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const type = fourLetters(bytes, at);
    if (!SHOWN.has(type)) return hasMetadata(type.trim());
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return at === bytes.length ? CLEAN : NOT_READABLE;
}
