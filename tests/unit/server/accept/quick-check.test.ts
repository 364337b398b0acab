import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PushItemSchema, type PushItem } from '$lib/protocol/push';
import { quickCheck } from '$lib/server/accept/quick-check';
import { aStory } from '../../../fixtures/stories';
import { storyArbitrary } from '../../../fixtures/story-arbitrary';

const quick = quickCheck(PushItemSchema);

/** What the schema says: whether it takes a value, and as it is. */
function takenAsItIs(schema: z.ZodMiniType, value: unknown): boolean {
  const parsed = schema.safeParse(value);
  return parsed.success && JSON.stringify(inOrder(parsed.data)) === JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const names = Object.keys(value).sort();
  return names.map((name) => [name, inOrder((value as Record<string, unknown>)[name])]); // an object, as typeof says
}

const item = (story: PushItem['story']): PushItem => ({
  id: story.id,
  hash: 'a'.repeat(64),
  receipt: 'b'.repeat(64),
  help: { wanted: true, contact: 'Synthetic Sam' },
  story,
});

const answered = { state: 'answered' } as const;
/** With everything a story may hold. */
const FULL = item(
  aStory({
    session: 'session-1',
    text: 'Ein Wort 🦊 und noch eines',
    media: [{ sha256: 'c'.repeat(64), kind: 'voice', mime: 'audio/webm', bytes: 9, seconds: 1.5 }],
    symbols: ['dog', 'house'],
    helper: { who: 'parent', expressed: ['eyes', 'signs'.slice(0, 4) as 'sign'], view: null },
    answers: {
      'triad.a': { ...answered, kind: 'triad', at: { a: 1, b: 0, c: 0 }, method: 'steps', steps: [2, 0, 0] },
      'triad.b': { ...answered, kind: 'triad', at: { a: 0.2, b: 0.3, c: 0.5 }, method: 'list', shown: [2, 0, 1] },
      'triad.c': { state: 'not_applicable', steps: [0, 0, 0] },
      'dyad.a': { ...answered, kind: 'slider', at: 0.25, method: 'keyboard', step: 2 },
      'stones.a': {
        ...answered,
        kind: 'stones',
        stones: { one: { state: 'placed', x: 0, y: 1, method: 'pointer' }, two: { state: 'not_in_story' } },
      },
      'mcq.a': { ...answered, kind: 'choice', chosen: ['yes'], other: 'else' },
      'text.a': { ...answered, kind: 'text', text: 'words' },
      'number.a': { ...answered, kind: 'number', value: -1e300 },
      'dyad.b': { state: 'unanswered' },
    },
    about: {
      places: { lac: { area: 'east', basis: 'teller' } },
      questions: { 'demo.age': { ...answered, kind: 'choice', chosen: ['13-15'] } },
    },
  }),
);

/** Values that are nearly right somewhere in a story, or wrong everywhere. */
const strangers = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -0, 1, 2, 3, 0.5, 1.0000001, -1, 2 ** 53, Infinity, '', 'x', 'own', 'placed'),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    '2026-11-02T10:00:00.000Z',
    '2026-02-30T10:00:00Z',
    'a'.repeat(64),
  ),
  fc.constantFrom<unknown>('\ud800', 'a\u0000b', '🦊'.repeat(200), '🦊'.repeat(201), 'x'.repeat(20_001), 'answered'),
  fc.constantFrom<unknown>([], {}, [0, 1, 2], [0, 0, 0], { state: 'unanswered' }, { kind: 'triad', state: 'answered' }),
  fc.jsonValue(),
);
const names = fc.oneof(
  fc.constantFrom(
    'kind',
    'state',
    'at',
    'method',
    'steps',
    'other',
    'extra',
    '__proto__',
    'constructor',
    'toString',
    '',
  ),
  fc.string(),
);
interface Change {
  readonly where: number;
  readonly how: string;
  readonly stranger: unknown;
  readonly name: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('put', 'drop', 'name', 'more'),
  stranger: strangers,
  name: names,
});

/** A value with one thing changed somewhere within; what was JSON stays JSON. */
function changed(value: unknown, { where, how, stranger, name }: Change): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as unknown;
  const places: [Record<string, unknown>, string][] = [];
  const walk = (within: unknown): void => {
    if (within === null || typeof within !== 'object') return;
    for (const key of Object.keys(within)) {
      places.push([within as Record<string, unknown>, key]); // lists are written to by their numbers
      walk((within as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const [within, key] = places[where % places.length] ?? [{}, ''];
  const put = (at: string, what: unknown) =>
    Object.defineProperty(within, at, { value: what, enumerable: true, configurable: true, writable: true });
  if (how === 'put') put(key, stranger);
  if (how === 'more' && !Array.isArray(within)) put(name, stranger);
  if (how === 'name' && !Array.isArray(within)) put(name, within[key]);
  if ((how === 'drop' || how === 'name') && !Array.isArray(within) && name !== key) delete within[key];
  return copy;
}

describe('the quick check of a push item', () => {
  it('takes a story with everything in it, as the schema does', () => {
    expect(PushItemSchema.safeParse(FULL).error).toBeUndefined();
    expect(quick(FULL)).toBe(true);
  });

  it('takes whatever can be told', () => {
    fc.assert(
      fc.property(storyArbitrary, (story) => {
        expect(quick(item(story))).toBe(takenAsItIs(PushItemSchema, item(story)));
      }),
    );
  });

  it('says the same as the schema of stories with anything changed in them', () => {
    const said = { yes: 0, no: 0 };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const value = changes.reduce<unknown>(changed, FULL);
        const taken = takenAsItIs(PushItemSchema, value);
        said[taken ? 'yes' : 'no'] += 1;
        expect(quick(value)).toBe(taken);
      }),
      { numRuns: 5000 },
    );
    // The property above would hold of a check that never says yes to a change, too.
    expect(said.yes).toBeGreaterThan(100);
    expect(said.no).toBeGreaterThan(100);
  });

  it('is not put out by what it said before', () => {
    expect(quick({ ...FULL, story: { ...FULL.story, title: '\ud800' } })).toBe(false);
    expect(quick(FULL)).toBe(true);
  });
});

describe('the quick check of any schema', () => {
  it.each<[string, z.ZodMiniType, unknown, boolean]>([
    [
      'a schema that changes what it takes',
      z.pipe(
        z.string(),
        z.transform((text: string) => text.length),
      ),
      'word',
      false,
    ],
    ['a default for what is missing', z.strictObject({ a: z._default(z.number(), 1) }), {}, false],
    ['an object that leaves out what it does not know', z.object({ a: z.number() }), { a: 1, b: 2 }, false],
    ['a pattern that remembers where it was', z.string().check(z.regex(/a/g)), 'a', true],
    ['a format that is more than a pattern', z.ipv6(), '::1', true],
    ['a format that is more than a pattern, not met', z.ipv6(), '1', false],
    ['a number that JSON writes and no number is', z.number(), JSON.parse('1e999'), false],
    ['a list for an object', z.strictObject({}), [], false],
    ['a list for a record', z.record(z.string(), z.number()), [1], false],
  ])('leaves to the schema: %s', (_, schema, value, expected) => {
    const check = quickCheck(schema);
    expect([check(value), check(value)]).toEqual([expected, expected]);
  });
});
