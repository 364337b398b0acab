import { CLEAN, NOT_READABLE, hasMetadata, viewOf, type Finding } from './finding';

const START_OF_SCAN = 0xda;
const END = 0xd9;
const COMMENT = 0xfe;
const ICC = 'ICC_PROFILE\0';

/**
 * Walks the segments of a JPEG (ITU T.81, annex B). Of the application segments JFIF without a thumbnail, an ICC profile
 * and Adobe's colour mark are taken; EXIF and XMP (APP1), IPTC (APP13), comments and all others are metadata. Nothing
 * may stand behind the end: phones put whole second pictures there.
 */
export function lookAtJpeg(bytes: Uint8Array): Finding {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return NOT_READABLE;
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return at + 2 === bytes.length ? CLEAN : NOT_READABLE;
    const length = view.getUint16(at + 2);
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) return NOT_READABLE;
    const content = bytes.subarray(at + 4, next);
    if (marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && !isColour(marker, content))) {
      return hasMetadata(marker === COMMENT ? 'COM' : `APP${marker - 0xe0}`);
    }
    at = marker === START_OF_SCAN ? endOfScan(bytes, next) : next;
  }
  return at + 2 === bytes.length && bytes[at] === 0xff && bytes[at + 1] === END ? CLEAN : NOT_READABLE;
}

function isColour(marker: number, content: Uint8Array): boolean {
  const starts = (text: string) => Buffer.from(content.subarray(0, text.length)).toString('latin1') === text;
  if (marker === 0xe0) return starts('JFIF\0') && content.length === 14;
  if (marker === 0xe2) return starts(ICC);
  return marker === 0xee && starts('Adobe') && content.length === 12;
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return bytes.length;
}
