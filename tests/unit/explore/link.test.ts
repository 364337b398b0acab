import { describe, expect, it } from 'vitest';
import { FIRST_STATE, fromLink, toLink, type WallState } from '$lib/explore/link';

const back = (state: WallState): WallState => fromLink(new URLSearchParams(toLink(state))).state;

describe('a link of the wall', () => {
  it('is empty for the wall as it first stands', () => {
    expect(toLink(FIRST_STATE)).toBe('');
    expect(fromLink(new URLSearchParams('')).state).toEqual(FIRST_STATE);
  });

  it('brings back filters, map, opened tile, stones, order and what is hidden', () => {
    const state: WallState = {
      clauses: [
        { kind: 'zones', source: 'triad.right', dimension: 'triad.right', zones: ['B', 'centre'] },
        { kind: 'range', source: 'dyad.push', dimension: 'dyad.push', from: 0.25, to: 0.399983 },
        { kind: 'options', source: '_place.lac', dimension: '_place.lac', options: ['north_east'] },
        { kind: 'months', source: '_month', dimension: '_month', from: 668, to: 670 },
        {
          kind: 'polygon',
          source: 'stones.helped',
          dimension: 'stones.helped',
          stone: 'talk',
          points: [
            [0.1, 0.2],
            [0.5, 0.25],
            [0.3333, 0.9],
          ],
        },
        { kind: 'options', source: 'mcq.feel', dimension: 'mcq.feel', options: [], states: ['unanswered'] },
      ],
      scheme: 'send_locality',
      opened: 'north',
      stones: { 'stones.near': 'family' },
      sort: 'newest',
      hideRest: true,
      view: { by: '_place.lac', a: 'o:x' },
    };
    expect(back(state)).toEqual(state);
  });

  it('keeps what it can of a damaged one and counts the rest', () => {
    const { state, refused } = fromLink(new URLSearchParams('s=~triad.right~z~B*nonsense&sort=loudest'));
    expect(state.clauses).toHaveLength(1);
    expect(state.sort).toBe('any');
    expect(refused).toBe(1);
  });
});
