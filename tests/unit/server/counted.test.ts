import { describe, expect, it } from 'vitest';
import { counted } from '$lib/server/counted';

/** A number and a noun for more than one, with at most one word between. */
const MORE_THAN_ONE =
  /\$\{[^}]*\} (?:(?!and\b|or\b|in\b|of\b)[a-z]+ )?(?:stories|files|recordings|captures|people|calls|lines|rows|tables|pages|indexes|references|days|hours|minutes|writes)\b/g;

/** Never one here: the notes of released tables give their stories to the nearest five, and the doctor says one write itself. */
const NEVER_ONE = ['${release.stories} stories', '${rate} writes'];

const SOURCES: Record<string, string> = import.meta.glob(['/src/cli/**/*.ts', '/src/lib/server/**/*.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

describe('a count', () => {
  it('agrees with its noun', () => {
    expect([0, 1, 2].map((n) => counted(n, 'file'))).toEqual(['0 files', '1 file', '2 files']);
    expect([1, 2].map((n) => counted(n, 'story', 'stories'))).toEqual(['1 story', '2 stories']);
  });

  it('stands nowhere in what the server and the command line say before a noun for more than one', () => {
    const found = Object.entries(SOURCES).flatMap(([path, text]) =>
      (text.match(MORE_THAN_ONE) ?? [])
        .filter((count) => !NEVER_ONE.includes(count))
        .map((count) => `${path}: ${count}`),
    );
    expect(found).toEqual([]);
  });
});
