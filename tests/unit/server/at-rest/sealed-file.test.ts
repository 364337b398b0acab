import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealedAtRest } from '$lib/server/at-rest/at-rest';
import { keyFor } from '$lib/server/at-rest/derive-key';
import { CHUNK_BYTES, plainSize, readSealed, seal, unseal } from '$lib/server/at-rest/sealed-file';

const KEY = keyFor('media', Buffer.alloc(32, 'k'));
const NAME = 'a'.repeat(64);
/** Of the sealed file: header, and a chunk with its tag. */
const HEADER = 32;
const LYING = CHUNK_BYTES + 16;

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sheaf-sealed-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes that differ from place to place. */
const bytes = (size: number) => Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31 + 7) % 251));
/** Around the places where a chunk ends, and anywhere. */
const sizes = fc.oneof(
  fc.constantFrom(0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 2 * CHUNK_BYTES + 1),
  fc.integer({ min: 0, max: 3 * CHUNK_BYTES }),
);

async function readFrom(lying: Uint8Array, first: number, last: number): Promise<Buffer> {
  const path = join(folder, 'lying');
  writeFileSync(path, lying);
  return buffer(readSealed(KEY, NAME, path, first, last));
}

describe('a sealed file', () => {
  it('opens to what was sealed, whatever its size, and tells that size from its own', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const lying = seal(KEY, NAME, bytes(size));
        expect(plainSize(lying.length)).toBe(size);
        expect(Buffer.compare(unseal(KEY, NAME, lying), bytes(size))).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('gives any part of it without the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        sizes.filter((size) => size > 0),
        fc.nat(),
        fc.nat(),
        async (size, one, other) => {
          const [first, last] = [one % size, other % size].sort((a, b) => a - b) as [number, number]; // two go in, two come out
          const part = await readFrom(seal(KEY, NAME, bytes(size)), first, last);
          expect(Buffer.compare(part, bytes(size).subarray(first, last + 1))).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('never lies the same twice', () => {
    expect(seal(KEY, NAME, bytes(10))).not.toEqual(seal(KEY, NAME, bytes(10)));
  });

  it('does not open when any bit of it was changed', () => {
    const lying = seal(KEY, NAME, bytes(CHUNK_BYTES + 100));
    fc.assert(
      fc.property(fc.nat(lying.length - 1), fc.nat(7), (place, bit) => {
        const changed = Uint8Array.from(lying);
        changed[place] = (changed[place] ?? 0) ^ (1 << bit);
        expect(() => unseal(KEY, NAME, changed)).toThrow('does not open');
      }),
      { numRuns: 100 },
    );
  });

  it('does not open when its end was cut off, at any byte or between two chunks, nor does a part of it', async () => {
    const lying = seal(KEY, NAME, bytes(2 * CHUNK_BYTES + 100));
    const cuts = fc.oneof(fc.constantFrom(0, HEADER, HEADER + LYING, HEADER + 2 * LYING), fc.nat(lying.length - 1));
    await fc.assert(
      fc.asyncProperty(cuts, async (length) => {
        expect(() => unseal(KEY, NAME, lying.subarray(0, length))).toThrow('does not open');
        await expect(readFrom(lying.subarray(0, length), 0, 0)).rejects.toThrow('does not open');
      }),
      { numRuns: 60 },
    );
  });

  it('does not open when chunks changed places, were doubled or left out', () => {
    const lying = seal(KEY, NAME, bytes(4 * CHUNK_BYTES));
    const chunk = (index: number) => lying.subarray(HEADER + index * LYING, HEADER + (index + 1) * LYING);
    const orders = fc.array(fc.nat(3), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        orders.filter((order) => order.join('') !== '0123'),
        (order) => {
          const other = Buffer.concat([lying.subarray(0, HEADER), ...order.map(chunk)]);
          expect(() => unseal(KEY, NAME, other)).toThrow('does not open');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('does not open with another key, another purpose of the same key or another name', () => {
    const lying = seal(KEY, NAME, bytes(10));
    expect(() => unseal(keyFor('media', Buffer.alloc(32, 'x')), NAME, lying)).toThrow('does not open');
    expect(() => unseal(keyFor('recording', Buffer.alloc(32, 'k')), NAME, lying)).toThrow('does not open');
    expect(() => unseal(KEY, 'b'.repeat(64), lying)).toThrow('does not open');
  });
});

describe('an unfinished upload', () => {
  it('opens to what was sealed in pieces of any size, whenever it went on', () => {
    const atRest = sealedAtRest(Buffer.alloc(32, 'k'));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }), (pieces) => {
        const plain = bytes(pieces.reduce((sum, piece) => sum + piece, 0));
        let offset = 0;
        const lying = pieces.map((piece) => {
          const stream = atRest.sealUnfinished('id', offset);
          stream?.end(plain.subarray(offset, offset + piece));
          offset += piece;
          return stream?.read() as Buffer; // a cipher gives as many bytes as it takes
        });
        const whole = Buffer.concat(lying);
        expect(whole).toHaveLength(plain.length);
        expect(Buffer.compare(atRest.openUnfinished('id', whole), plain)).toBe(0);
        expect(Buffer.compare(atRest.openUnfinished('other', whole), plain)).not.toBe(0);
      }),
    );
  });
});
