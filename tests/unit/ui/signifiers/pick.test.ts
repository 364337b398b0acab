import { describe, expect, it } from 'vitest';
import { pick } from '$lib/ui/signifiers/choice/choice-pick';

describe('picking options', () => {
  it.each([
    ['a single choice takes the place of the one before', ['a'], 'b', 1, ['b']],
    ['a single choice stays when pressed again', ['a'], 'a', 1, ['a']],
    ['a multiple choice is added', ['a'], 'b', 3, ['a', 'b']],
    ['a multiple choice is taken away', ['a', 'b'], 'a', 3, ['b']],
    ['one too many changes nothing', ['a', 'b', 'c'], 'd', 3, ['a', 'b', 'c']],
  ])('%s', (_, chosen, id, max, after) => {
    expect(pick(chosen, id, max)).toEqual(after);
  });
});
