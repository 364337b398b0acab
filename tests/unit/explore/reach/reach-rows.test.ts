import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUTIOUS_POLICIES } from '$lib/domain/programme/sheffield-trial';
import type { Heard } from '$lib/explore/reach/reach-answer';
import { reachRows } from '$lib/explore/reach/reach-rows';

const K = CAUTIOUS_POLICIES.k.analyst;
const heard = fc
  .array(fc.record({ stories: fc.nat(60), perSession: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 2,
    maxLength: 9,
  })
  .map((options) =>
    options.map(({ stories, perSession }, i): Heard => {
      const sessions = Math.ceil(stories / perSession);
      return { option: `option-${i}`, stories, sessions, lastMonth: stories === 0 ? null : 680 };
    }),
  );
const rowsOf = (options: readonly Heard[], single = true) =>
  reachRows({ id: 'question', heard: options, unanswered: 0, notAsked: 0 }, [], CAUTIOUS_POLICIES, {
    ordered: false,
    noGroup: new Set(),
    single,
  });

describe('who was heard', () => {
  it('gives no number under k or of fewer than three sessions', () => {
    fc.assert(
      fc.property(heard, (options) => {
        for (const { heard: own } of rowsOf(options)) {
          if (own === null) continue;
          expect(own.stories).toBeGreaterThanOrEqual(K);
          expect(own.sessions).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it('leaves nobody a few stories who takes every number shown from the total', () => {
    fc.assert(
      fc.property(heard, (options) => {
        const shown = rowsOf(options).flatMap(({ option, heard: own }) => (own === null ? [] : [option]));
        const left = options.filter(({ option, stories }) => stories > 0 && !shown.includes(option));
        if (shown.length === 0 || left.length === 0) return;
        expect(left.length).toBeGreaterThan(1);
        expect(left.reduce((sum, { stories }) => sum + stories, 0)).toBeGreaterThanOrEqual(K);
      }),
    );
  });

  it('holds back no more where several answers may be given: they add up to nothing', () => {
    const options = [
      { option: 'a', stories: 4, sessions: 4, lastMonth: 680 },
      { option: 'b', stories: 40, sessions: 9, lastMonth: 680 },
    ];
    const shown = (single: boolean) => rowsOf(options, single).map(({ heard: own }) => own?.stories ?? null);
    expect(shown(false)).toEqual([null, 40]);
    expect(shown(true)).toEqual([null, null]);
  });
});
