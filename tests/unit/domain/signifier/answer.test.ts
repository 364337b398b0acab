import { describe, expect, it } from 'vitest';
import { AnswerSchema, stateOf } from '$lib/domain/signifier/answer';

const triad = { kind: 'triad', state: 'answered', at: { a: 0.2, b: 0.3, c: 0.5 }, method: 'pointer' };
const slider = { kind: 'slider', state: 'answered', at: 0.5, method: 'keyboard' };
const stones = {
  kind: 'stones',
  state: 'answered',
  stones: { trust: { state: 'placed', x: 0, y: 1, method: 'list' } },
};
const choice = { kind: 'choice', state: 'answered', chosen: ['happy'] };
const text = { kind: 'text', state: 'answered', text: 'A quiet room' };

describe('an answer', () => {
  it.each([
    ['a triad placed by pointer', triad],
    [
      'a triad chosen from the list, with its row',
      { ...triad, at: { a: 0.5, b: 0.5, c: 0 }, method: 'zones', zone: 'AB' },
    ],
    ['a triad in three "how much" steps', { ...triad, method: 'steps', steps: [2, 1, 0] }],
    ['a triad whose parts were rounded to six digits', { ...triad, at: { a: 0.333333, b: 0.333333, c: 0.333333 } }],
    ['a slider at an end', { ...slider, at: 1 }],
    ['a slider step', { ...slider, at: 0.3, method: 'steps', step: 2 }],
    [
      'stones, one of them not in the story',
      { ...stones, stones: { ...stones.stones, know: { state: 'not_in_story' } } },
    ],
    ['a choice', choice],
    ['words', text],
    ['a number', { kind: 'number', state: 'answered', value: -3 }],
    ['a triad whose labels stood at other corners', { ...triad, shown: [2, 0, 1] }],
    ['does not fit', { state: 'not_applicable' }],
    ['"none" of all three', { state: 'not_applicable', steps: [0, 0, 0] }],
    ['passed over', { state: 'unanswered' }],
  ])('may be %s', (_, answer) => {
    expect(AnswerSchema.safeParse(answer).success).toBe(true);
  });

  it.each([
    ['a triad whose parts do not sum to 1', { ...triad, at: { a: 0.5, b: 0.5, c: 0.5 } }],
    ['a negative part', { ...triad, at: { a: -0.1, b: 0.6, c: 0.5 } }],
    ['a part that is no number', { ...triad, at: { a: Number.NaN, b: 0.5, c: 0.5 } }],
    ['a triad without the way it was placed', { kind: 'triad', state: 'answered', at: triad.at }],
    ['a label at two corners', { ...triad, shown: [2, 2, 1] }],
    ['"does not fit" beside some of one', { state: 'not_applicable', steps: [0, 1, 0] }],
    ['a zone nobody knows', { ...triad, zone: 'D' }],
    ['a slider beyond its end', { ...slider, at: 1.01 }],
    ['a sixth step', { ...slider, step: 6 }],
    ['a stone off the canvas', { ...stones, stones: { trust: { state: 'placed', x: 0.5, y: 1.2, method: 'list' } } }],
    ['a stone named like a prototype', { ...stones, stones: { constructor: { state: 'not_in_story' } } }],
    ['a choice of nothing', { ...choice, chosen: [] }],
    ['empty words', { ...text, text: '' }],
    ['words that cannot be stored', { ...text, text: 'a\u0000b' }],
    ['half a pair of surrogates', { ...text, text: 'a\uD83D' }],
    ['does not fit with a placement kept beside it', { state: 'not_applicable', at: triad.at }],
    ['answered with nothing', { state: 'answered' }],
    ['a field nobody asked for', { ...triad, name: 'somebody' }],
  ])('may not be %s', (_, answer) => {
    expect(AnswerSchema.safeParse(answer).success).toBe(false);
  });

  it('counts as unanswered when the question was never shown', () => {
    expect(stateOf(undefined)).toBe('unanswered');
    expect(stateOf({ state: 'not_applicable' })).toBe('not_applicable');
  });
});
