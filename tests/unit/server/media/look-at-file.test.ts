import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { lookAtFile } from '$lib/server/media/look-at-file';
import type { UploadMetadata } from '$lib/protocol/media';
import { DATED_MP4, TONE, TONE_MP4, announced, picture } from '../../../fixtures/uploads';

const look = async (bytes: Uint8Array, changes: Partial<UploadMetadata> = {}) => {
  const looked = await lookAtFile(bytes, announced(bytes, changes));
  return looked.kind === 'taken' ? 'taken' : looked.refusal;
};
const asPhoto = (format: string): Partial<UploadMetadata> => ({ kind: 'photo', mime: `image/${format}` });
const joined = (...parts: (Uint8Array | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const text = (letters: string) => new Uint8Array(Buffer.from(letters, 'latin1'));
const find = (bytes: Uint8Array, letters: string) => Buffer.from(bytes).indexOf(letters, 0, 'latin1');
/** A box of an MP4. */
const box = (type: string, ...content: Uint8Array[]) => {
  const inside = joined(...content);
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, inside.length + 8);
  return joined(size, text(type), inside);
};
/** An element of a WebM with a short content. */
const element = (id: number[], content: Uint8Array) => joined(id, [0x40, content.length], content);
const pngChunk = (type: string, content: Uint8Array) => {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, content.length);
  return joined(size, text(type), content, [0, 0, 0, 0]);
};

describe('a file that is what it says', () => {
  it.each([
    ['a recording in WebM', TONE, {}],
    ['a recording in MP4', TONE_MP4, { mime: 'audio/mp4' }],
  ])('%s is taken', async (_, bytes, changes) => {
    expect(await look(bytes, changes)).toBe('taken');
  });

  it.each(['png', 'jpeg', 'webp'] as const)('a picture in %s is taken, as photo and as drawing', async (format) => {
    const bytes = await picture(format);
    expect(await look(bytes, asPhoto(format))).toBe('taken');
    expect(await look(bytes, { ...asPhoto(format), kind: 'drawing' })).toBe('taken');
  });

  it('a picture with a colour profile is taken', async () => {
    const bytes = new Uint8Array(
      await sharp(await picture('jpeg'))
        .withIccProfile('p3')
        .jpeg()
        .toBuffer(),
    );
    expect(await look(bytes, asPhoto('jpeg'))).toBe('taken');
  });

  it('a recording that was cut off in its last piece of sound is taken', async () => {
    expect(await look(TONE.subarray(0, -10))).toBe('taken');
    expect(await look(TONE_MP4.subarray(0, -10), { mime: 'audio/mp4' })).toBe('taken');
  });

  it('a recording is taken wherever a crash cut it, in the head of a piece of sound too', async () => {
    const refused: number[] = [];
    for (let length = TONE.length - 200; length < TONE.length; length += 1)
      if ((await look(TONE.subarray(0, length))) !== 'taken') refused.push(length);
    expect(refused).toEqual([]);
  });
});

describe('a file that says more than can be heard or seen', () => {
  const exif = { IFD0: { Copyright: 'a name' }, IFD3: { GPSLatitude: '53/1 22/1 0/1', GPSLatitudeRef: 'N' } };

  it.each(['png', 'jpeg', 'webp'] as const)('EXIF and a place in %s are refused', async (format) => {
    const bytes = await sharp(await picture(format))
      .withExif(exif)
      .toFormat(format)
      .toBuffer();
    expect(await look(new Uint8Array(bytes), asPhoto(format))).toBe('has_metadata');
  });

  it.each(['png', 'jpeg', 'webp'] as const)('XMP in %s is refused', async (format) => {
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>';
    const bytes = await sharp(await picture(format))
      .withXmp(xmp)
      .toFormat(format)
      .toBuffer();
    expect(await look(new Uint8Array(bytes), asPhoto(format))).toBe('has_metadata');
  });

  it.each(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf', 'prVt'])('the chunk %s of a PNG is refused', async (type) => {
    const bytes = await picture('png');
    const at = find(bytes, 'IDAT') - 4;
    const planted = joined(bytes.subarray(0, at), pngChunk(type, text('Author\0a name')), bytes.subarray(at));
    expect(await look(planted, asPhoto('png'))).toBe('has_metadata');
  });

  it.each([
    ['a comment', [0xff, 0xfe, 0, 6, 0x6e, 0x61, 0x6d, 0x65]],
    ['IPTC', [0xff, 0xed, 0, 6, 0x50, 0x68, 0x6f, 0x74]],
    ['a second picture’s index', [0xff, 0xe2, 0, 6, 0x4d, 0x50, 0x46, 0]],
  ])('%s in a JPEG is refused', async (_, segment) => {
    const bytes = await picture('jpeg');
    expect(await look(joined(bytes.subarray(0, 2), segment, bytes.subarray(2)), asPhoto('jpeg'))).toBe('has_metadata');
  });

  it.each([
    ['tags', [0x12, 0x54, 0xc3, 0x67]],
    ['attachments', [0x19, 0x41, 0xa4, 0x69]],
    ['chapters', [0x10, 0x43, 0xa7, 0x70]],
    ['a title', [0x7b, 0xa9]],
    ['the date', [0x44, 0x61]],
    ['filling that is not empty', [0xec]],
  ])('%s in a WebM are refused', async (_, id) => {
    expect(await look(joined(TONE, element(id, text('a name'))))).toBe('has_metadata');
  });

  it('the time at which an MP4 was recorded is refused', async () => {
    expect(await look(DATED_MP4, { mime: 'audio/mp4' })).toBe('has_metadata');
  });

  it.each(['udta', 'meta', 'uuid', 'free', 'emsg', 'prft'])(
    'the box %s of an MP4 with a name in it is refused',
    async (type) => {
      const name =
        type === 'udta' || type === 'meta'
          ? joined(text(type === 'meta' ? '\0\0\0\0' : ''), box('\u00a9xyz', text('+53-001/')))
          : text('a name');
      expect(await look(joined(TONE_MP4, box(type, name)), { mime: 'audio/mp4' })).toBe('has_metadata');
    },
  );
});

describe('a file that is not what it says', () => {
  it('is refused when its bytes are not those of its name', async () => {
    expect(await look(TONE, { sha256: 'a'.repeat(64) })).toBe('hash_differs');
  });

  it.each([
    ['a recording called a photo', TONE, asPhoto('webp')],
    ['a recording with another type', TONE, { mime: 'audio/mp4' }],
    ['a page', text('<!doctype html><script>alert(1)</script>'), asPhoto('png')],
    [
      'a drawing that can run',
      text('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      { kind: 'drawing', mime: 'image/svg+xml' } as const,
    ],
    ['nothing', new Uint8Array(), asPhoto('png')],
  ])('%s is refused', async (_, bytes, changes) => {
    expect(await look(bytes, changes)).toBe('wrong_type');
  });

  it.each(['png', 'jpeg', 'webp'] as const)('something behind the end of a %s is refused', async (format) => {
    const bytes = joined(await picture(format), text('<script>alert(1)</script>'));
    expect(await look(bytes, asPhoto(format))).toBe('not_readable');
  });

  it('a film is no recording of a voice', async () => {
    const at = find(TONE, 'A_OPUS');
    const film = joined(TONE.subarray(0, at), text('V_VP9\0'), TONE.subarray(at + 6));
    expect(await look(film)).toBe('not_readable');
  });

  it('a small file that unfolds to a huge picture is refused', async () => {
    const flood = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await look(new Uint8Array(flood), asPhoto('png'))).toMatch(/too_large|not_readable/);
  });

  it('any bytes at all get an answer', async () => {
    for (const whole of [TONE, TONE_MP4]) {
      for (let n = 0; n < 300; n += 1) {
        const bytes = whole.slice();
        bytes[(n * 7919) % bytes.length] = n % 256;
        expect(await look(bytes, { mime: whole === TONE ? 'audio/webm' : 'audio/mp4' })).toBeTypeOf('string');
      }
    }
  });
});
