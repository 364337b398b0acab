import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SealedSchema, type Sealed } from '$lib/domain/story/sealed';
import { makeKeyPair, type KeyPair } from '$lib/sealing/key-pair';
import { openSealed } from '$lib/sealing/open';
import { seal } from '$lib/sealing/seal';

const BOND = { programme: 'sheffield-send', story: '018f3c1e-7d2a-7c3b-9a4d-5e6f7a8b9c0d' };
const CONTACT = 'A synthetic name, a synthetic school';
const contact = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }).filter((text) => text.isWellFormed());

let ours: KeyPair;
let theirs: KeyPair;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([makeKeyPair(), makeKeyPair()]);
});

/** One letter of a base64url text changed to another. */
function bent(text: string, at: number): string {
  const place = at % text.length;
  return `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
}

describe('a sealed contact', () => {
  it('is read by the holder of the private key, whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(contact, async (text) => {
        const sealed = await seal(text, ours, BOND);
        expect(SealedSchema.safeParse(sealed).success).toBe(true);
        expect(await openSealed(sealed, ours, BOND)).toEqual({ kind: 'opened', text });
      }),
      { numRuns: 40 },
    );
  });

  it('holds nothing of the text that can be seen, and its length does not tell it either', async () => {
    await fc.assert(
      fc.asyncProperty(contact, async (text) => {
        const [once, again, short] = await Promise.all([
          seal(text, ours, BOND),
          seal(text, ours, BOND),
          seal('x', ours, BOND),
        ]);
        expect(once.sealed).not.toBe(again.sealed);
        const bytes = Buffer.from(once.sealed, 'base64url');
        if (Buffer.byteLength(text) > 3) expect(bytes.includes(Buffer.from(text))).toBe(false);
        if (Buffer.byteLength(JSON.stringify(text)) <= 512) expect(once.sealed.length).toBe(short.sealed.length);
      }),
      { numRuns: 25 },
    );
  });

  it('is not read with another key pair, and says so', async () => {
    const sealed = await seal(CONTACT, ours, BOND);
    expect(await openSealed(sealed, theirs, BOND)).toEqual({ kind: 'other_key', key: ours.id });
    // Nor when the other pair takes its name.
    expect(await openSealed(sealed, { ...theirs, id: ours.id }, BOND)).toEqual({ kind: 'damaged' });
  });

  it('is not read in another programme, and says so; nor when the programme written on it is changed', async () => {
    const elsewhere = { ...BOND, programme: 'elsewhere' };
    const sealed = await seal(CONTACT, ours, BOND);
    expect(await openSealed(sealed, ours, elsewhere)).toEqual({ kind: 'other_programme', programme: BOND.programme });
    expect(await openSealed({ ...sealed, programme: 'elsewhere' }, ours, elsewhere)).toEqual({ kind: 'damaged' });
  });

  it('is not read when it was moved to another story', async () => {
    const sealed = await seal(CONTACT, ours, BOND);
    const other = { ...BOND, story: '018f3c1e-7d2a-7c3b-9a4d-5e6f7a8b9c0e' };
    expect(await openSealed(sealed, ours, other)).toEqual({ kind: 'damaged' });
  });

  it('is not read when any letter of it was changed', async () => {
    const sealed = await seal(CONTACT, ours, BOND);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('enc', 'sealed'), fc.nat(), async (part: 'enc' | 'sealed', at) => {
        // The last letter may hold bits that mean nothing.
        const changed: Sealed = { ...sealed, [part]: bent(sealed[part].slice(0, -1), at) + sealed[part].slice(-1) };
        expect((await openSealed(changed, ours, BOND)).kind).toBe('damaged');
      }),
      { numRuns: 40 },
    );
  });

  it('follows RFC 9180: 65 bytes encapsulated, 16 more than the text sealed', async () => {
    const sealed = await seal(CONTACT, ours, BOND);
    expect(Buffer.from(sealed.enc, 'base64url')).toHaveLength(65);
    expect(Buffer.from(sealed.sealed, 'base64url')).toHaveLength(512 + 16);
  });
});
