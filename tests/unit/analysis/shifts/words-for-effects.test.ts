import { describe, expect, it } from 'vitest';
import { NO_GROUP } from '$lib/analysis/representation/block';
import { agreementOf } from '$lib/analysis/shifts/adjusted';
import { crossed } from '$lib/analysis/shifts/strata';
import { strengthOf } from '$lib/analysis/shifts/strength';

describe('the words for an effect', () => {
  it.each([
    { low: -0.01, word: 'slight' },
    { low: 0.02, word: 'slight' },
    { low: 0.021, word: 'clear' },
    { low: 0.061, word: 'strong' },
  ])('speak from the lower end of its interval: $low is $word', ({ low, word }) => {
    expect(strengthOf(low)).toBe(word);
  });

  it('tell when holding role and age alike takes a shift away, or brings one out', () => {
    expect(agreementOf(true, 0.0001, 0.2)).toBe('only_plain');
    expect(agreementOf(true, 0.0001, 0.01)).toBe('agree');
    expect(agreementOf(false, 0.3, 0.001)).toBe('only_adjusted');
    expect(agreementOf(false, 0.3, 0.02)).toBe('agree');
  });
});

describe('the crossing of groupings', () => {
  it('has a stratum for each combination that occurs, and none for a story without a role', () => {
    const roles = { id: 'role', groups: ['child', 'parent'], of: Uint16Array.of(0, 1, 0, NO_GROUP) };
    const ages = { id: 'age', groups: ['young', 'old'], of: Uint16Array.of(0, 1, 0, 1) };
    expect(crossed([roles, ages])).toEqual({
      id: 'role x age',
      groups: ['child x young', 'parent x old'],
      of: Uint16Array.of(0, 1, 0, NO_GROUP),
    });
  });
});
