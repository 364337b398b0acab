import { describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience } from '$lib/domain/audience';
import { links } from '$lib/i18n/en/links';
import { EXCEPTIONS } from './exceptions';
import { measure } from './grade';
import { placesOf, textsOfNobody, type Place } from './texts';

/** A child of seven reads grade 2, one of ten grade 5. */
const HIGHEST: Readonly<Record<Audience, number>> = { child: 2, youth: 5, family: 5, pro: 5 };
/** A text of a few words has no grade: one long word would decide it. The small ones of a catalogue are measured together. */
const LEAST_WORDS = 20;

function measurable(places: readonly Place[]): Place[] {
  const large = places.filter(({ texts }) => measure(texts).words >= LEAST_WORDS);
  const small = new Map<string, string[]>();
  for (const { name, texts } of places) {
    if (measure(texts).words >= LEAST_WORDS) continue;
    const source = `${name.split(' ')[0] ?? ''}, short texts`;
    small.set(source, [...(small.get(source) ?? []), ...texts]);
  }
  return [...large, ...[...small].map(([name, texts]) => ({ name, texts }))];
}

function exceptionFor(audience: Audience, place: string) {
  return EXCEPTIONS.find((exception) => exception.place === place && exception.audiences.includes(audience));
}

describe.each(AUDIENCES)('what is written for %s', (audience) => {
  const places = measurable(placesOf(audience)).map(({ name, texts }) => ({ name, ...measure(texts) }));

  it(`can be read at grade ${HIGHEST[audience]}, place by place`, () => {
    expect(places.length).toBeGreaterThan(30);
    const hard = places
      .filter(({ name, grade }) => grade > (exceptionFor(audience, name)?.upTo ?? HIGHEST[audience]))
      .map(({ name, grade, words, longest }) => `${name}: grade ${grade.toFixed(1)}, ${words} words, "${longest}"`);
    expect(hard).toEqual([]);
  });

  it('has no exception that is not needed', () => {
    const needed = new Set(places.flatMap(({ name, grade }) => (grade > HIGHEST[audience] ? [name] : [])));
    const idle = EXCEPTIONS.filter(({ audiences, place }) => audiences.includes(audience) && !needed.has(place));
    expect(idle).toEqual([]);
  });
});

it('a child is never given a sentence of more than 16 words', () => {
  const long = placesOf('child').filter(({ texts }) => measure(texts).longest.split(/\s+/).length > 16);
  expect(long.map(({ name, texts }) => `${name}: ${measure(texts).longest}`)).toEqual([]);
});

it('what stewards read about links is no harder than what a professional reads in Tell', () => {
  const texts = Object.values(links).flatMap((message) =>
    typeof message === 'string' ? [message] : Object.values(message),
  );
  expect(measure(texts).grade).toBeLessThanOrEqual(HIGHEST.pro);
});

describe('what is written where nobody has said who they are', () => {
  const texts = textsOfNobody().map(({ name, texts }) => ({ name, ...measure(texts) }));
  /** Fewer than `LEAST_WORDS`, since no other text stands beside it and makes up for it. */
  const BY_ITSELF = 10;

  it('is as easy as for a child, each text by itself', () => {
    expect(texts.length).toBeGreaterThan(150);
    const hard = texts
      .filter(({ words, grade }) => words >= BY_ITSELF && grade > HIGHEST.child)
      .map(({ name, grade, longest }) => `${name}: grade ${grade.toFixed(1)}, "${longest}"`);
    expect(hard).toEqual([]);
  });

  it('has no sentence of more than 16 words', () => {
    expect(texts.filter(({ longest }) => longest.split(/\s+/).length > 16)).toEqual([]);
  });
});

it('a hard text is found: the measure knows the difference', () => {
  const easy = ['We went to the park. It was fun.', 'A dog ran up to me.'];
  const hard = [
    'Practitioners should prioritise proportionate multi-agency interventions within statutory timescales.',
  ];
  expect(measure(easy).grade).toBeLessThan(2);
  expect(measure(hard).grade).toBeGreaterThan(12);
});
