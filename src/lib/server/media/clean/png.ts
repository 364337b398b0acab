import { CLEAN, NOT_READABLE, fourLetters, hasMetadata, viewOf, type Finding } from './finding';

/** Pixels and how to show them. Text, EXIF, the time of change and whatever is not listed is metadata (PNG 3, section 11.3). */
const SHOWN = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']);

/** Walks the chunks of a PNG; nothing may stand behind the last. */
export function lookAtPng(bytes: Uint8Array): Finding {
  const view = viewOf(bytes);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = fourLetters(bytes, at + 4);
    const next = at + 12 + view.getUint32(at);
    if (next > bytes.length) return NOT_READABLE;
    if (!SHOWN.has(type)) return hasMetadata(type);
    if (type === 'IEND') return next === bytes.length ? CLEAN : NOT_READABLE;
    at = next;
  }
  return NOT_READABLE;
}
