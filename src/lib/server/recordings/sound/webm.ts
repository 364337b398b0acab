import { HAS_TAGS, NOT_READABLE, type Cleaned } from './cleaned';

/** Elements whose children are looked at one by one (RFC 9559): the walk goes on inside. */
const OPENED = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675]);
/** Tags, attachments, chapters, title, file names, date, names of tracks. */
const TELLING = new Set([0x1254c367, 0x1941a469, 0x1043a770, 0x7ba9, 0x7384, 0x4461, 0x536e]);
const TRACK_TYPE = 0x83;
const SOUND = 2;

/** Takes a WebM of sound as a browser records it. A file with tags is refused: they stand where offsets depend on them. */
export function cleanWebm(bytes: Uint8Array): Cleaned {
  let sound = false;
  for (let at = 0; at < bytes.length;) {
    const id = number(bytes, at, true);
    const size = id === null ? null : number(bytes, at + id.length, false);
    if (id === null || size === null) return NOT_READABLE;
    const from = at + id.length + size.length;
    if (OPENED.has(id.value)) {
      at = from;
      continue;
    }
    if (size.unknown || from + size.value > bytes.length) return NOT_READABLE;
    if (TELLING.has(id.value)) return HAS_TAGS;
    if (id.value === TRACK_TYPE) {
      if (bytes[from] !== SOUND) return NOT_READABLE;
      sound = true;
    }
    at = from + size.value;
  }
  return sound ? { kind: 'clean', bytes } : NOT_READABLE;
}

/** A number of variable length (RFC 8794, section 4); ids keep their marker bit. `unknown`: a live recorder's size. */
function number(bytes: Uint8Array, at: number, isId: boolean) {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  const rest = bytes.subarray(at + 1, at + length);
  const mask = 0xff >> length;
  const head = isId ? first : first & mask;
  const unknown = !isId && head === mask && rest.every((byte) => byte === 0xff);
  return { value: rest.reduce((sum, byte) => sum * 256 + byte, head), length, unknown };
}
