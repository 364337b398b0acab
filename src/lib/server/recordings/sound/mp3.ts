import { letters, NOT_READABLE, viewOf, type Cleaned } from './cleaned';

/** Cuts the tags off before and behind the frames: ID3v2 (id3.org/id3v2.4.0-structure), APEv2, ID3v1. */
export function cleanMp3(bytes: Uint8Array): Cleaned {
  let from = 0;
  while (letters(bytes, from, 3) === 'ID3') {
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[from + at] ?? 0) & 0x7f), 0);
    const footer = ((bytes[from + 5] ?? 0) & 0x10) !== 0 ? 10 : 0;
    from += 10 + size + footer;
  }
  let to = bytes.length;
  if (letters(bytes, to - 128, 3) === 'TAG') to -= 128;
  if (to - 32 > from && letters(bytes, to - 32, 8) === 'APETAGEX') {
    const view = viewOf(bytes);
    const header = (view.getUint32(to - 12, true) & 0x80000000) !== 0 ? 32 : 0;
    to -= view.getUint32(to - 20, true) + header;
  }
  while (bytes[from] === 0 && from < to) from += 1; // padding behind a tag
  const sync = bytes[from] === 0xff && ((bytes[from + 1] ?? 0) & 0xe0) === 0xe0;
  return sync && from < to ? { kind: 'clean', bytes: bytes.slice(from, to) } : NOT_READABLE;
}
