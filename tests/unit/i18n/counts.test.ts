import { describe, expect, it } from 'vitest';
import type { Catalogue, Message } from '$lib/i18n/catalogue';
import { counted } from '$lib/i18n/counted';

/** Words that end as plurals do, and are none. */
const SINGULAR = new Set(
  'across as does goes has holds is its keeps less lies needs says stands this towards waits was'.split(' '),
);

/** A number, at most two words that go with it, and a noun for more than one. */
const NOUN = /\{(\w+)\}(?: (?!and\b|or\b|in\b|is\b|was\b|has\b)[a-z’-]+){0,2}? ([a-z’-]{2,}s|people)\b/g;

/** A number and a verb for more than one: "{n} are shown", "{n} of {all} lie here", "{n} of them lie". */
const VERB =
  /\{(\w+)\}(?: of (?:\{\w+\}|\w+)(?: [a-z]+ here)?)? (are|were|have|do|don’t|hold|keep|lie|mean|need|stand|vary|wait)\b/g;

/** Parameters that are words, wherever they stand; and `k`, five at least by the schema of a programme's policies. */
const NO_COUNTS = ['group', 'k'];

/** Numbers that are never one, by the message they stand in. */
const NEVER_ONE: Readonly<Record<string, string>> = {
  'access/password_hint': 'n', // twelve
  'access/not_filled': 'n',
  'door/code_words': 'n', // six
  'door/code_not_one': 'n',
  'patterns/lead.shuffled': 'tries', // a constant of the analysis
  'reach/special.none': 'n', // five times k
  'shifts/lead.tested': 'permutations', // a constant of the analysis
  'shifts/lead.time': 'permutations',
  'tables/lead.stories': 'n', // to the nearest five
  'tables/none.words': 'clusters', // three
  'word-use/lead.lot': 'n', // a lot is drawn from more texts than can be read
};

/** The numbers of a message that stand before a word for more than one, also where they are one. */
function faultsOf(message: Message, neverOne?: string): string[] {
  const forms = typeof message === 'string' ? { other: message } : message;
  return Object.entries(forms).flatMap(([form, text]) =>
    [NOUN, VERB].flatMap((rule) =>
      [...text.matchAll(rule)].flatMap(([found, name = '', word = '']) => {
        const hasForm = name === 'n' && form === 'other' && 'one' in forms;
        return hasForm || NO_COUNTS.includes(name) || name === neverOne || SINGULAR.has(word) ? [] : [found];
      }),
    ),
  );
}

const isCatalogue = (exported: unknown): exported is Catalogue =>
  typeof exported === 'object' && exported !== null && !Array.isArray(exported);

const modules: Record<string, Record<string, unknown>> = import.meta.glob('/src/lib/i18n/en/*.ts', { eager: true });
const CATALOGUES = Object.entries(modules).flatMap(([path, module]) =>
  Object.values(module)
    .filter(isCatalogue)
    .map((catalogue) => [path.replace(/^.*\/|\.ts$/g, ''), catalogue] as const),
);

describe('counts in the texts', () => {
  it.each([
    ['{n} stories from {sessions} sessions', ['{n} stories', '{sessions} sessions']],
    ['{zone}: {selected} of {all} stories', ['{all} stories']],
    ['{n} smaller places', ['{n} smaller places']],
    ['{n} of {all} are shown', ['{n} of {all} are']],
    ['{n} of them lie between', ['{n} of them lie']],
    [{ one: '{n} story, {m} sessions', other: '{n} stories, {m} sessions' }, ['{m} sessions', '{m} sessions']],
    [{ one: '{n} stories', other: '{n} stories' }, ['{n} stories']],
    [{ one: '{n} story', other: '{n} stories' }, []],
    ['{title} does not fit', []],
    ['fewer than {k} stories', []],
  ] satisfies [Message, string[]][])('are looked for in %j', (message, faults) => {
    expect(faultsOf(message)).toEqual(faults);
  });

  it.each(CATALOGUES)('of %s agree with their words, also where they are one', (name, catalogue) => {
    const faults = Object.entries(catalogue).flatMap(([key, message]) =>
      faultsOf(message, NEVER_ONE[`${name}/${key}`]).map((fault) => `${key}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('stand before the word for one and for more', () => {
    expect([0, 1, 2, 2031].map((n) => counted('stories', n))).toEqual([
      '0 stories',
      '1 story',
      '2 stories',
      '2,031 stories',
    ]);
  });
});
