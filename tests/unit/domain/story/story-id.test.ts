import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UuidSchema } from '$lib/domain/identifiers';
import { storyId } from '$lib/domain/story/story-id';

const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('a story id', () => {
  it('is a UUID of version 7 and the RFC variant, whatever the clock and the randomness', () => {
    fc.assert(
      fc.property(moment, random, (now, bytes) => {
        const id = storyId(now, bytes);
        expect(UuidSchema.safeParse(id).success).toBe(true);
        expect(id[14]).toBe('7');
        expect('89ab').toContain(id[19]);
      }),
    );
  });

  it('holds the milliseconds in its first 48 bits, so that ids sort by time', () => {
    fc.assert(
      fc.property(moment, random, (now, bytes) => {
        expect(Number.parseInt(storyId(now, bytes).replaceAll('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
    expect(storyId(1, new Uint8Array(10)) < storyId(2, new Uint8Array(10))).toBe(true);
  });

  it('is the example of RFC 9562', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(storyId(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('makes do with a clock before 1970 and refuses too little randomness', () => {
    expect(storyId(-5, new Uint8Array(10)).startsWith('00000000-0000-7')).toBe(true);
    expect(() => storyId(0, new Uint8Array(9))).toThrow(RangeError);
  });
});
