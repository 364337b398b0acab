/** Boxes on the way to those with dates (ISO 14496-12). */
const OPENED = new Set(['moov', 'trak', 'mdia']);
/** Boxes that begin with version, flags and the times of making and changing: 4 bytes each, or 8 in version 1. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
/** A clock's time beside the sound; here it becomes free room. */
const CLOCK = 'prft';
const FREE = [0x66, 0x72, 0x65, 0x65];
/** RFC 9559: the date of a recording, which becomes filling of the same length. */
const WEBM_DATE = [0x44, 0x61, 0x88];
const WEBM_FILLING = [0xec, 0x89, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const WEBM_INFO = [0x15, 0x49, 0xa9, 0x66];

/**
 * A recording without the time at which it was made, as a recorder of WebM or MP4 writes it (DESIGN invariant 5): the same
 * length, so that every offset in the file still holds. What is built otherwise comes back as far as it was understood.
 */
export function undatedSound(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  if (isWebm(copy)) undateWebm(copy);
  else undateMp4(copy, 0, copy.length);
  return copy;
}

function isWebm(bytes: Uint8Array): boolean {
  return [0x1a, 0x45, 0xdf, 0xa3].every((byte, index) => bytes[index] === byte);
}

/** The date stands in the head of the file, within what it says of itself as a whole. */
function undateWebm(bytes: Uint8Array): void {
  const info = find(bytes, WEBM_INFO, 0, HEAD_BYTES);
  if (info === -1) return;
  const from = info + WEBM_INFO.length;
  const length = bytes[from] ?? 0;
  // One byte of length (RFC 8794, section 4) is enough for all that recorders say.
  const end = length >= 0x80 ? from + 1 + (length & 0x7f) : from + HEAD_BYTES;
  const date = find(bytes, WEBM_DATE, from, end);
  if (date !== -1 && date + WEBM_FILLING.length <= bytes.length) bytes.set(WEBM_FILLING, date);
}

const HEAD_BYTES = 512;

function find(bytes: Uint8Array, what: readonly number[], from: number, to: number): number {
  for (let at = from; at < Math.min(to, bytes.length); at += 1)
    if (what.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}

function undateMp4(bytes: Uint8Array, from: number, to: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 8 <= to;) {
    const size = sizeAt(view, at, to);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + size;
    if (size < 8 || end > to) return;
    if (OPENED.has(type)) undateMp4(bytes, at + 8, end);
    if (DATED.has(type)) bytes.fill(0, at + 12, Math.min(end, at + 12 + (bytes[at + 8] === 1 ? 16 : 8)));
    if (type === CLOCK) {
      bytes.set(FREE, at + 4);
      bytes.fill(0, at + 8, end);
    }
    at = end;
  }
}

/** 0: to the end; 1: in eight bytes behind the name. */
function sizeAt(view: DataView, at: number, to: number): number {
  const size = view.getUint32(at);
  if (size === 1 && at + 16 <= to) return Number(view.getBigUint64(at + 8));
  return size === 0 ? to - at : size;
}
