import { describe, expect, it } from 'vitest';
import type { Looked, Pattern, PatternsResult } from '$lib/analysis/patterns/patterns-result';
import type { Stability } from '$lib/analysis/patterns/stability';
import { headWords, leadWords, shownPatterns } from '$lib/explore/patterns/result-words';

const looked: Looked = {
  blocks: ['t1'],
  seed: 's',
  stories: 200,
  placed: 190,
  complete: 150,
  clusters: 40,
  placedStories: new Uint32Array(),
  map: { stories: new Float32Array(), centres: new Float32Array(), storiesShown: 0.4, centresShown: null },
};
const chosen = { count: 2, strengths: [] };
const independence = { explained: 0.5, limit: 0.4, reached: 0, exceeds: true };
const pattern = (stability: Stability): Pattern => ({
  key: stability,
  size: 90,
  between: 5,
  jaccard: 0.8,
  stability,
  differences: [],
  telling: { medoids: [], border: [] },
});
const found = (...stabilities: Stability[]): PatternsResult => ({
  ...looked,
  kind: 'patterns',
  chosen,
  independence,
  explained: 0.5,
  patterns: stabilities.map(pattern),
  centres: { count: 2, width: 2, values: new Float64Array(4) },
  patternOf: new Uint8Array(),
  betweenOf: Uint8Array.of(1, 0, 1, 1),
  fewButDifferent: [],
  mixes: [],
});

describe('what is said of patterns', () => {
  it('says how many hold together and how many stories lie between them', () => {
    expect(headWords(found('stable', 'stable'))).toBe('Two patterns hold together. 3 stories lie between patterns.');
    expect(headWords(found('stable', 'not_shown'))).toBe('One pattern holds together. 3 stories lie between patterns.');
  });

  it('counts no group that did not come back, keeps the numbers of the others, and says so', () => {
    const result = found('stable', 'not_shown', 'tentative');
    expect(headWords(result)).toMatch(/^Two patterns/);
    expect(shownPatterns(result).map(({ number }) => number)).toEqual([0, 2]);
    expect(leadWords(result, ['Help'])).toContain('1 group more did not come back');
  });

  it('says that questions with a shape of their own form no patterns together', () => {
    const result: PatternsResult = {
      ...looked,
      kind: 'no_patterns_null',
      chosen,
      independence: { ...independence, reached: 12 },
    };
    expect(headWords(result)).toBe('Each question has its own shape; together they form no patterns.');
    expect(leadWords(result, ['Help'])).toContain('12 of 50 tries');
  });

  it('says that there are no separate patterns', () => {
    expect(headWords({ ...looked, kind: 'no_patterns_k1', chosen })).toBe('The stories form no separate patterns.');
  });

  it('says that what was found did not come back, and how much of the best did', () => {
    const result: PatternsResult = {
      ...looked,
      kind: 'no_patterns_unstable',
      chosen,
      independence,
      jaccards: [0.3, 0.58],
    };
    expect(headWords(result)).toContain('did not come back');
    expect(leadWords(result, ['Help'])).toContain('58 in 100');
  });

  it('says how many complete stories there are, and how many patterns need', () => {
    expect(headWords({ ...looked, kind: 'too_few', complete: 42, needed: 100 })).toBe(
      '42 stories answered all of these questions; patterns need 100.',
    );
  });

  it('counts the stories that were placed too little to be sorted', () => {
    expect(leadWords({ ...looked, kind: 'no_patterns_k1', chosen }, ['Help'])).toContain(
      '10 stories placed too little to be sorted.',
    );
  });
});
