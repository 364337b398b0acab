import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSound, MAX_RECORDING_BYTES } from '$lib/server/recordings/clean-sound';
import { mp3, mp4, ogg, PRIVATE, webm } from './sounds';

const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);

describe('an uploaded sound', () => {
  it.each([
    ['mp3', mp3(), 'audio/mpeg'],
    ['m4a', mp4(), 'audio/mp4'],
    ['webm', webm(), 'audio/webm'],
    ['ogg', ogg(), 'audio/ogg'],
  ])('of the kind %s is known by its bytes and taken as it is', async (_, bytes, mime) => {
    const sound = await cleanSound(bytes);
    expect(sound).toMatchObject({ kind: 'sound', mime });
    expect(sound.kind === 'sound' && Buffer.from(sound.bytes).equals(bytes)).toBe(true);
  });

  it.each([
    ['mp3', mp3({ tags: true })],
    ['m4a', mp4({ tags: true })],
  ])('of the kind %s loses the words it carries, and nothing of its sound', async (_, bytes) => {
    expect(holds(bytes, PRIVATE)).toBe(true);
    const sound = await cleanSound(bytes);
    if (sound.kind !== 'sound') throw new Error(sound.kind);
    expect(holds(sound.bytes, PRIVATE)).toBe(false);
    expect(holds(sound.bytes, 'Sam')).toBe(false);
  });

  it('of an mp3 is its frames and nothing else', async () => {
    const sound = await cleanSound(mp3({ tags: true }));
    expect(sound.kind === 'sound' && Buffer.from(sound.bytes).equals(mp3())).toBe(true);
  });

  it('of an mp4 keeps every offset, and its dates are gone', async () => {
    const bytes = mp4({ tags: true });
    const sound = await cleanSound(bytes);
    if (sound.kind !== 'sound') throw new Error(sound.kind);
    expect(sound.bytes.length).toBe(bytes.length);
    expect(Buffer.from(sound.bytes).indexOf('the sound')).toBe(Buffer.from(bytes).indexOf('the sound'));
    expect(Buffer.from(sound.bytes).includes(Buffer.from([0xde, 0xad, 0xbe, 0xef]))).toBe(false);
  });

  it.each([
    ['webm with tags', webm({ tags: true }), 'has_tags'],
    ['ogg with somebody’s words', ogg({ comment: `LOCATION=${PRIVATE}` }), 'has_tags'],
    ['video in mp4', mp4({ kind: 'vide' }), 'not_readable'],
    ['video in webm', webm({ track: 1 }), 'not_readable'],
    ['mp4 cut off', mp4().subarray(0, 60), 'not_readable'],
    ['a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>'), 'wrong_type'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), 'wrong_type'],
    ['nothing', new Uint8Array(), 'empty'],
    ['too much', new Uint8Array(MAX_RECORDING_BYTES + 1), 'too_large'],
  ])('%s is refused', async (_, bytes, kind) => {
    expect(await cleanSound(bytes)).toEqual({ kind });
  });

  it('damaged in any place is refused or cleaned, and never breaks anything', async () => {
    const whole = [mp3({ tags: true }), mp4({ tags: true }), webm({ tags: true }), ogg()];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), fc.nat(255), fc.nat(), async (file, at, byte, cut) => {
        const bytes = file.slice(0, file.length - (cut % 40));
        bytes[at % bytes.length] = byte;
        expect((await cleanSound(bytes)).kind).toMatch(/^(sound|wrong_type|has_tags|not_readable)$/);
      }),
      { numRuns: 400 },
    );
  });
});
