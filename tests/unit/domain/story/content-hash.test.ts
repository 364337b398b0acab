import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash, type Json } from '$lib/domain/story/content-hash';

/** The same value with the keys of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

/** The rule, word for word. */
function spelled(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = new Map(Object.entries(value));
  const names = [...members.keys()].sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${spelled(members.get(name))}`).join(',')}}`;
}

describe('canonical JSON', () => {
  it('has one spelling whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value) as Json)).toBe(canonicalJson(value as Json));
      }),
    );
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('sorts keys by code unit, leaves out what is undefined and has no white space', () => {
    expect(canonicalJson({ b: [1, { z: null, a: 'é' }], a: true, gone: undefined, B: 1e21 })).toBe(
      '{"B":1e+21,"a":true,"b":[1,{"a":"é","z":null}]}',
    );
  });

  it.each([
    ['from its own text', (value: unknown) => JSON.parse(canonicalJson(value as Json)) as Json],
    ['in any order', (value: unknown) => value as Json],
    ['in another order', (value: unknown) => reversed(value) as Json],
  ])('is spelled name by name, value by value: %s', (_, made) => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '10', '9', '__proto__', 'a', 'A', 'é', '\u{1F98A}', '\uFFFD'),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 0 }),
        fc.array(tie('value')),
        fc.dictionary(names, tie('value')),
      ),
    }));
    fc.assert(
      fc.property(value, (each) => {
        expect(canonicalJson(made(each))).toBe(spelled(made(each)));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses numbers that JSON cannot spell', () => {
    expect(() => canonicalJson({ at: Number.NaN })).toThrow(RangeError);
    expect(() => canonicalJson([Infinity])).toThrow(RangeError);
  });
});

describe('a content hash', () => {
  it('is stable under key order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await contentHash(reversed(value) as Json)).toBe(await contentHash(value as Json));
      }),
      { numRuns: 50 },
    );
  });

  it('is SHA-256 of the canonical JSON, in lower-case hex', async () => {
    // printf '{}' | sha256sum
    expect(await contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('differs when anything in the story differs', async () => {
    const placed = { answers: { 'triad.right': { at: { a: 0.5, b: 0.5, c: 0 } } } };
    const moved = { answers: { 'triad.right': { at: { a: 0.5, b: 0.49, c: 0.01 } } } };
    expect(await contentHash(placed)).not.toBe(await contentHash(moved));
  });
});
