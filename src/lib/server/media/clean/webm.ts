import { CLEAN, NOT_READABLE, allZero, hasMetadata, type Finding } from './finding';

/** Elements whose children are looked at one by one (RFC 9559): the walk simply goes on inside. */
const OPENED = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0xe1, 0x1f43b675, 0xa0]);
const BLOCKS = new Set([0xa3, 0xa1]);
/** Where a recording that was cut off may end: in a block of sound, or in what a cluster says of itself. */
const CUT_IN = new Set([...BLOCKS, 0xe7, 0xa7, 0xab]);
/** Or in the name or the length of one of these, or of a further cluster: their first bytes. */
const CUT_BEFORE = new Set([0xa3, 0xa1, 0xa0, 0xe7, 0xa7, 0xab, 0x1f]);
/** A name of four bytes and a length of eight, less one. */
const HEAD_BYTES = 11;
const CODEC = 0x86;
const FILLING = 0xec;
const VIDEO = 0xe0;

/**
 * What a recorder has to write: the EBML head, where things are, the length, its own name and its library's, one track with
 * its codec, blocks. Everything else, the date, tags, title, attachments, chapters, names, is metadata.
 */
const NEEDED = new Set([
  0x1a45dfa3, 0xbf, 0x114d9b74, 0x1c53bb6b,
  // Info: scale, length, muxing app, writing app, segment uid.
  0x2ad7b1, 0x4489, 0x4d80, 0x5741, 0x73a4,
  // Track: number, uid, type, flags, lacing, durations, language, codec, its private bytes, delays, addition ids.
  0xd7, 0x73c5, 0x83, 0xb9, 0x88, 0x55aa, 0x9c, 0x6de7, 0x23e383, 0x22b59c, 0x63a2, 0x56aa, 0x56bb, 0x55ee, 0xaa,
  // Sound: rates, channels, depth. Cluster: time, position, sizes, durations, padding, references.
  0xb5, 0x78b5, 0x9f, 0x6264, 0xe7, 0xa7, 0xab, 0x9b, 0x75a2, 0xfb,
]);

/** Walks a WebM with one track of Opus and nothing to see. */
export function lookAtWebm(bytes: Uint8Array): Finding {
  let at = 0;
  let opus = false;
  while (at < bytes.length) {
    const id = number(bytes, at, true);
    const size = id === null ? null : number(bytes, at + id.length, false);
    if (id === null || size === null) return opus && isCutHead(bytes.subarray(at)) ? CLEAN : NOT_READABLE;
    const from = at + id.length + size.length;
    if (OPENED.has(id.value)) {
      at = from;
      continue;
    }
    if (size.unknown) return NOT_READABLE;
    const next = from + size.value;
    if (next > bytes.length) return CUT_IN.has(id.value) && opus ? CLEAN : NOT_READABLE;
    const content = bytes.subarray(from, next);
    if (id.value === VIDEO) return NOT_READABLE;
    if (id.value === CODEC) {
      if (Buffer.from(content).toString('latin1') !== 'A_OPUS') return NOT_READABLE;
      opus = true;
    } else if (id.value === FILLING) {
      if (!allZero(content)) return hasMetadata('Void');
    } else if (!NEEDED.has(id.value) && !BLOCKS.has(id.value)) {
      return hasMetadata(id.value.toString(16));
    }
    at = next;
  }
  return opus ? CLEAN : NOT_READABLE;
}

/** A crash cuts where it will: what was said until then is a story all the same. */
function isCutHead(rest: Uint8Array): boolean {
  return rest.length <= HEAD_BYTES && CUT_BEFORE.has(rest[0] ?? 0);
}

interface Vint {
  readonly value: number;
  readonly length: number;
  /** All bits set: a live recorder does not know how long it will be. */
  readonly unknown: boolean;
}

/** A number of variable length (RFC 8794, section 4); ids keep their marker bit. */
function number(bytes: Uint8Array, at: number, isId: boolean): Vint | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length || (isId && length > 4)) return null;
  let value = isId ? first : first & (0xff >> length);
  let unknown = !isId && value === 0xff >> length;
  for (let i = 1; i < length; i += 1) {
    const byte = bytes[at + i] ?? 0;
    value = value * 256 + byte;
    if (byte !== 0xff) unknown = false;
  }
  return { value, length, unknown };
}
