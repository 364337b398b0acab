import { CLEAN, NOT_READABLE, allZero, fourLetters, hasMetadata, viewOf, type Finding } from './finding';

/** Boxes whose children are looked at one by one (ISO 14496-12). */
const OPENED = new Set([
  ...['moov', 'trak', 'edts', 'mdia', 'minf', 'dinf', 'stbl', 'mvex', 'moof', 'traf', 'mfra', 'udta', 'ilst'],
]);
/** What playing needs. */
const NEEDED = new Set([
  ...['ftyp', 'styp', 'mdat', 'sidx', 'elst', 'smhd', 'nmhd', 'dref', 'stts', 'ctts', 'stsc'],
  ...['stsz', 'stz2', 'stco', 'co64', 'stss', 'sgpd', 'sbgp', 'mehd', 'trex', 'mfhd', 'tfhd', 'tfdt', 'trun', 'tfra'],
  ...['mfro', 'saiz', 'saio'],
]);
/** They begin with version, flags and the times of making and changing. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);
const SOUNDS = new Set(['Opus', 'mp4a']);
/** The name of the recording program, the only tag that is taken. */
const TOOL = '\u00a9too';

/** Walks an MP4 with one track of Opus or AAC and nothing to see. Tags, places, free text and pictures are metadata. */
export function lookAtMp4(bytes: Uint8Array): Finding {
  const state = { sound: false };
  const found = walk(bytes, 0, bytes.length, state, 0);
  if (found.kind !== 'clean') return found;
  return state.sound ? CLEAN : NOT_READABLE;
}

const DEEPEST = 12;

function walk(bytes: Uint8Array, from: number, to: number, state: { sound: boolean }, depth: number): Finding {
  if (depth > DEEPEST) return NOT_READABLE;
  const view = viewOf(bytes);
  let at = from;
  while (at < to) {
    if (at + 8 > to) return NOT_READABLE;
    const type = fourLetters(bytes, at + 4);
    const short = view.getUint32(at);
    const long = short === 1 && at + 16 <= to;
    const head = long ? 16 : 8;
    const size = long ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    if (size < head) return NOT_READABLE;
    // The sound of a recording that was cut off ends before it should.
    if (at + size > to) return type === 'mdat' && depth === 0 ? CLEAN : NOT_READABLE;
    const found = box(bytes, type, at + head, at + size, state, depth);
    if (found.kind !== 'clean') return found;
    at += size;
  }
  return CLEAN;
}

function box(
  bytes: Uint8Array,
  type: string,
  from: number,
  to: number,
  state: { sound: boolean },
  depth: number,
): Finding {
  if (NEEDED.has(type)) return CLEAN;
  if (DATED.has(type)) {
    const times = bytes.subarray(from + 4, from + 4 + (bytes[from] === 1 ? 16 : 8));
    return allZero(times) ? CLEAN : hasMetadata(type);
  }
  if (OPENED.has(type)) return walk(bytes, from, to, state, depth + 1);
  switch (type) {
    case 'meta':
      return walk(bytes, from + 4, to, state, depth + 1); // a full box: version and flags first
    case 'free':
    case 'skip':
      return allZero(bytes.subarray(from, to)) ? CLEAN : hasMetadata(type);
    case 'hdlr':
      // A track of sound, or the handler of a list of tags.
      return ['soun', 'mdir'].includes(fourLetters(bytes, from + 8)) ? CLEAN : NOT_READABLE;
    case 'stsd': {
      if (!SOUNDS.has(fourLetters(bytes, from + 12))) return NOT_READABLE;
      state.sound = true;
      return CLEAN;
    }
    case TOOL:
      return CLEAN;
    default:
      return hasMetadata(type);
  }
}
