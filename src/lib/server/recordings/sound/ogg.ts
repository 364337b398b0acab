import { HAS_TAGS, letters, NOT_READABLE, viewOf, type Cleaned } from './cleaned';

/** What an encoder says of itself; anything else is somebody's words. */
const OF_THE_ENCODER = /^(?:encoder|encoder_options|major_brand|minor_version|compatible_brands)=/i;

/**
 * Takes an Ogg file of Opus or Vorbis without comments (RFC 3533, RFC 7845, section 5.2). One with comments is refused:
 * they lie in pages with checksums of their own.
 */
export function cleanOgg(bytes: Uint8Array): Cleaned {
  const header = packets(bytes)[1];
  if (header === undefined) return NOT_READABLE;
  const start = letters(header, 0, 8) === 'OpusTags' ? 8 : letters(header, 0, 7) === '\u0003vorbis' ? 7 : null;
  const comments = start === null ? null : commentsIn(header, start);
  if (comments === null) return NOT_READABLE;
  return comments.every((comment) => OF_THE_ENCODER.test(comment)) ? { kind: 'clean', bytes } : HAS_TAGS;
}

/** The first two packets: what the stream is, and its comments. */
function packets(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  let pieces: Uint8Array[] = [];
  for (let at = 0; found.length < 2 && letters(bytes, at, 4) === 'OggS';) {
    const table = bytes.subarray(at + 27, at + 27 + (bytes[at + 26] ?? 0));
    let from = at + 27 + table.length;
    for (const length of table) {
      pieces.push(bytes.subarray(from, from + length));
      from += length;
      if (length === 255) continue;
      found.push(Buffer.concat(pieces));
      pieces = [];
    }
    at = from;
  }
  return found;
}

function commentsIn(header: Uint8Array, start: number): string[] | null {
  const view = viewOf(header);
  const decoder = new TextDecoder();
  let at = start;
  const next = (): string | null => {
    if (at + 4 > header.length) return null;
    const length = view.getUint32(at, true);
    at += 4 + length;
    return at > header.length ? null : decoder.decode(header.subarray(at - length, at));
  };
  if (next() === null || at + 4 > header.length) return null; // the vendor's name
  const count = view.getUint32(at, true);
  at += 4;
  const comments: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const comment = next();
    if (comment === null) return null;
    comments.push(comment);
  }
  return comments;
}
