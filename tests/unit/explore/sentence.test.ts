import { describe, expect, it } from 'vitest';
import type { Clause } from '$lib/columns/clause';
import type { Dimension } from '$lib/columns/dimension';
import { inSentence, oneOf } from '$lib/explore/clause-words';
import { chipsOf, wherePhrase, whoPhrase } from '$lib/explore/sentence/sentence-parts';
import { viewWords } from '$lib/explore/view-words';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { FRAMEWORK } from '../../fixtures/programmes';

const dimensions: readonly Dimension[] = [
  { kind: 'triad', id: 'triad.right', labels: ['support', 'time', 'place'] },
  { kind: 'triad', id: 'triad.who', labels: ['one', 'together', 'us'] },
  { kind: 'slider', id: 'dyad.alone', labels: ['alone', 'over'] },
  { kind: 'category', id: 'mcq.feel', options: ['very_sad', 'sad', 'ok'] },
  { kind: 'category', id: '_place.lac', options: ['north_east', 'north', 'all'] },
];
const words = (dimension: Dimension) => viewWords(SHEFFIELD_TRIAL, FRAMEWORK, dimension);
const common = (id: string) => ({ source: id, dimension: id });
const chips = (...clauses: Clause[]) =>
  chipsOf(clauses, dimensions, new Set(), words).map(({ lead, text }) => `${lead} [${text}]`);

describe('the sentence', () => {
  it('says where stories lean, and does not say so twice', () => {
    const right: Clause = { kind: 'zones', ...common('triad.right'), zones: ['B'] };
    const who: Clause = { kind: 'zones', ...common('triad.who'), zones: ['C'] };
    expect(chips(right, who)).toEqual(['that lean to [at the right time]', 'and [what we did ourselves]']);
  });

  it('leads to another kind of filter with its own words', () => {
    const right: Clause = { kind: 'zones', ...common('triad.right'), zones: ['BC'] };
    const feel: Clause = { kind: 'options', ...common('mcq.feel'), options: ['sad'] };
    expect(chips(right, feel)).toEqual([
      'that lean to [at the right time and in the right place for us]',
      'and that say [How it felt: Bad]',
    ]);
  });

  it('names a lasso by the zone in its middle and a slider by its nearer end', () => {
    const lasso: Clause = {
      kind: 'polygon',
      ...common('triad.right'),
      points: [
        [0.9, 0],
        [1, 0.1],
        [1, -0.1],
      ],
    };
    const slider: Clause = { kind: 'range', ...common('dyad.alone'), from: 0, to: 0.2 };
    expect(chips(lasso)).toEqual(['that lean to [at the right time]']);
    expect(chips(slider)).toEqual(['that lean to [on their own (How much help)]']);
  });

  it('says how stories did not answer', () => {
    const silent: Clause = { kind: 'options', ...common('triad.right'), options: [], states: ['not_applicable'] };
    expect(chips(silent)).toEqual(['with [Right support, time, place: does not fit]']);
  });

  it('begins with anyone, everywhere', () => {
    expect(whoPhrase([])).toBe('anyone');
    expect(wherePhrase([], dimensions, words)).toBe('every place');
  });

  it('names who and where', () => {
    const who: Clause = { kind: 'options', source: '_audience', dimension: '_audience', options: ['child', 'family'] };
    const where: Clause = { kind: 'options', ...common('_place.lac'), options: ['north_east', 'all'] };
    expect(whoPhrase([who])).toBe('children or families');
    expect(wherePhrase([where], dimensions, words)).toBe('North East or the whole city');
  });

  it('counts what it does not name', () => {
    expect(oneOf(['a', 'b', 'c', 'd'])).toBe('a or 3 more');
  });

  it.each([
    { label: 'At the right time', inside: 'at the right time' },
    { label: 'SENCO', inside: 'SENCO' },
    { label: "I'd rather not say", inside: "I'd rather not say" },
  ])('writes "$label" as "$inside"', ({ label, inside }) => {
    expect(inSentence(label)).toBe(inside);
  });
});
