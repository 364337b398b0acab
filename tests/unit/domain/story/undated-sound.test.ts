import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { undatedSound } from '$lib/domain/story/undated-sound';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const at = (bytes: Uint8Array, letters: string) => Buffer.from(bytes).indexOf(letters, 0, 'latin1');

describe('a recording without its time', () => {
  it('is an MP4 of the same length, in which only times have become zero', () => {
    const dated = fixture('tone.mp4');
    const undated = undatedSound(dated);
    expect(undated.length).toBe(dated.length);
    for (const box of ['mvhd', 'tkhd', 'mdhd']) {
      const from = at(undated, box) + 8;
      const bytes = dated[from - 4] === 1 ? 16 : 8;
      expect([...undated.subarray(from, from + bytes)]).toEqual(Array<number>(bytes).fill(0));
      expect([...undated.subarray(from + bytes, from + 24)]).toEqual([...dated.subarray(from + bytes, from + 24)]);
    }
    const changed = dated.filter((byte, index) => byte !== undated[index]).length;
    expect(changed).toBeGreaterThan(0);
    expect(changed).toBeLessThanOrEqual(48);
  });

  it('holds filling where a WebM held a date, and is left alone where it held none', () => {
    const plain = fixture('tone.webm');
    expect([...undatedSound(plain)]).toEqual([...plain]);
    const date = [0x44, 0x61, 0x88, 1, 2, 3, 4, 5, 6, 7, 8];
    const info = at(plain, '\u0015I\u00a9f') + 4;
    const dated = new Uint8Array([...plain.subarray(0, info + 1), ...date, ...plain.subarray(info + 1)]);
    dated[info] = (plain[info] ?? 0) + date.length;
    const undated = undatedSound(dated);
    expect(undated.length).toBe(dated.length);
    expect([...undated.subarray(info + 1, info + 12)]).toEqual([0xec, 0x89, ...Array<number>(9).fill(0)]);
  });

  it('comes back from any bytes at all', () => {
    const mp4 = fixture('tone.mp4');
    for (let length = 0; length < 900; length += 7) expect(undatedSound(mp4.slice(0, length))).toHaveLength(length);
    expect(undatedSound(new Uint8Array(64).fill(0xff))).toHaveLength(64);
  });
});
