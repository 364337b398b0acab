/** Small files of sound, built byte by byte: as our own recorder or another program writes them, and with words in them. */
const ascii = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const u32 = (value: number) => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
const u32le = (value: number) => u32(value).reverse();

/** What must not be found in anything that is kept. */
export const PRIVATE = 'Sam at +53.3811-1.4701';

export function box(type: string, ...content: Uint8Array[]): Uint8Array {
  const inner = join(...content);
  return join(u32(inner.length + 8), ascii(type), inner);
}

const handler = (kind: string) => box('hdlr', u32(0), u32(0), ascii(kind), new Uint8Array(12));

export function mp4({ kind = 'soun', tags = false } = {}): Uint8Array {
  const dates = tags ? u32(0xdeadbeef) : u32(0);
  const told = tags ? [box('udta', box('meta', ascii(PRIVATE))), box('free', ascii(PRIVATE))] : [];
  return join(
    box('ftyp', ascii('M4A '), u32(0), ascii('M4A mp42isom')),
    box(
      'moov',
      box('mvhd', u32(0), dates, dates, new Uint8Array(88)),
      box('trak', box('tkhd', u32(0), dates, dates, new Uint8Array(72)), box('mdia', handler(kind))),
      ...told,
    ),
    box('mdat', ascii('the sound itself')),
  );
}

export function mp3({ tags = false } = {}): Uint8Array {
  const frame = join(new Uint8Array([0xff, 0xfb, 0x90, 0x64]), new Uint8Array(413));
  const frames = join(frame, frame, frame);
  if (!tags) return frames;
  const words = ascii(PRIVATE.padEnd(40, ' '));
  const head = join(ascii('ID3'), new Uint8Array([4, 0, 0, 0, 0, 0, words.length]), words);
  const ape = join(ascii('APETAGEX'), u32le(2000), u32le(words.length + 32), u32le(1), u32le(0), new Uint8Array(8));
  const foot = join(ascii('TAG'), ascii(PRIVATE.padEnd(125, ' ')));
  return join(head, frames, words, ape, foot);
}

function element(id: readonly number[], ...content: Uint8Array[]): Uint8Array {
  const inner = join(...content);
  return join(new Uint8Array(id), new Uint8Array([0x40 | (inner.length >> 8), inner.length & 0xff]), inner);
}

/** A live recorder does not know how long it will be. */
const live = (id: readonly number[], ...content: Uint8Array[]) =>
  join(new Uint8Array(id), new Uint8Array([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), ...content);

export function webm({ tags = false, track = 2 } = {}): Uint8Array {
  const told = tags ? [element([0x12, 0x54, 0xc3, 0x67], ascii(PRIVATE))] : [];
  return join(
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], ascii('webm'))),
    live(
      [0x18, 0x53, 0x80, 0x67],
      element([0x15, 0x49, 0xa9, 0x66], element([0x57, 0x41], ascii('Chrome'))),
      element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x83], new Uint8Array([track])))),
      ...told,
      live([0x1f, 0x43, 0xb6, 0x75], element([0xe7], new Uint8Array([0])), element([0xa3], ascii('the sound itself'))),
    ),
  );
}

export function ogg({ comment = 'ENCODER=libopus' } = {}): Uint8Array {
  const page = (...packets: Uint8Array[]) =>
    join(
      ascii('OggS'),
      new Uint8Array(22),
      new Uint8Array([packets.length, ...packets.map((packet) => packet.length)]),
      ...packets,
    );
  const tags = join(ascii('OpusTags'), u32le(4), ascii('libo'), u32le(1), u32le(comment.length), ascii(comment));
  return join(page(join(ascii('OpusHead'), new Uint8Array(11))), page(tags), page(ascii('the sound itself')));
}
