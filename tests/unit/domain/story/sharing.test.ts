import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '$lib/domain/signifier/answer';
import { effectiveSharing, type Sharing } from '$lib/domain/story/story';
import { FRAMEWORK } from '../../../fixtures/programmes';

const ORDER: readonly Sharing[] = ['dots', 'read', 'quote'];
const hear = FRAMEWORK.signifiers.find(({ id }) => id === 'mcq.hear');
const options = hear?.kind === 'choice' ? hear.options.map(({ id }) => id) : [];

const answer: fc.Arbitrary<Answer | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant<Answer>({ state: 'unanswered' }),
  fc.constant<Answer>({ state: 'not_applicable' }),
  fc.subarray(options, { minLength: 1 }).map((chosen): Answer => ({ kind: 'choice', state: 'answered', chosen })),
);
const sharing = fc.constantFrom<Sharing | null>(null, ...ORDER);
const told = (said: Sharing | null, heard: Answer | undefined) => ({
  sharing: said,
  answers: heard === undefined ? {} : { 'mcq.hear': heard },
});

describe('how far a story may go', () => {
  it('is never further than what was said about sharing, and dots where nothing was', () => {
    fc.assert(
      fc.property(sharing, answer, (said, heard) => {
        const effective = effectiveSharing(told(said, heard));
        expect(ORDER.indexOf(effective)).toBeLessThanOrEqual(ORDER.indexOf(said ?? 'dots'));
      }),
    );
  });

  it('is dots whenever the team alone may hear it, whatever was said about sharing', () => {
    expect(options).toContain('team_only');
    fc.assert(
      fc.property(sharing, answer, (said, heard) => {
        const team = heard?.state === 'answered' && heard.kind === 'choice' && heard.chosen.includes('team_only');
        const effective = effectiveSharing(told(said, heard));
        expect(effective).toBe(team ? 'dots' : (said ?? 'dots'));
      }),
    );
  });
});
