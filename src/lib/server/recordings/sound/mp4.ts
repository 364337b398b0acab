import { letters, NOT_READABLE, viewOf, type Cleaned } from './cleaned';

/** Boxes whose children are looked at one by one (ISO 14496-12). */
const OPENED = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf']);
/** Tags, places, names, pictures, free room with whatever was left in it. */
const EMPTIED = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide', 'pdin']);
/** Boxes that begin with the times of making and changing. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
const DEEPEST = 8;

/**
 * Empties in place whatever is not needed to play: such a box becomes free room of the same size, so that every offset
 * in the file still holds. Dates become zero. A file with anything to see is refused.
 */
export function cleanMp4(bytes: Uint8Array): Cleaned {
  const copy = bytes.slice();
  return emptied(copy, 0, copy.length, 0) ? { kind: 'clean', bytes: copy } : NOT_READABLE;
}

function emptied(bytes: Uint8Array, from: number, to: number, depth: number): boolean {
  const view = viewOf(bytes);
  for (let at = from; at < to;) {
    if (at + 8 > to || depth > DEEPEST) return false;
    const short = view.getUint32(at);
    const long = short === 1 && at + 16 <= to;
    const head = long ? 16 : 8;
    const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    if (size < head || at + size > to) return false;
    const type = letters(bytes, at + 4, 4);
    if (type === 'hdlr' && letters(bytes, at + head + 8, 4) === 'vide') return false;
    if (EMPTIED.has(type)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], at + 4); // "free"
      bytes.fill(0, at + head, at + size);
    } else if (DATED.has(type)) {
      const wide = bytes[at + head] === 1;
      bytes.fill(0, at + head + 4, at + head + 4 + (wide ? 16 : 8));
    } else if (OPENED.has(type) && !emptied(bytes, at + head, at + size, depth + 1)) return false;
    at += size;
  }
  return true;
}
