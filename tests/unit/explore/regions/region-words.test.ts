import { describe, expect, it } from 'vitest';
import { regionShare } from '$lib/analysis/regions/region-share';
import { changeWords, datingWords, periodSays, periodWords, placeWords } from '$lib/explore/regions/region-words';
import type { PeriodShare } from '$lib/explore/regions/regions-answer';

const share = regionShare([1, 0, 1, 0], [1, 2, 3, 4]);
const period = (from: number, to: number): PeriodShare => ({ from, to, share, dating: 'foreseen' });
const periods = [period(669, 671), period(672, 674)];
const say = (change: number, low: number, high: number): string =>
  changeWords({ periods, change: { later: 1, earlier: 0, by: { change, low, high } } });

describe('a region in words', () => {
  it('names periods by their months, the year once where it is the same', () => {
    expect(periodWords({ from: 681, to: 681 })).toBe('October 2026');
    expect(periodWords({ from: 681, to: 683 })).toBe('Oct to Dec 2026');
    expect(periodWords({ from: 671, to: 672 })).toBe('Dec 2025 to Jan 2026');
  });

  it('says more or fewer only when the whole range does, and never why', () => {
    expect(say(0.1, 0.03, 0.17)).toBe('More than in Oct to Dec 2025: 3 to 17 more in 100.');
    expect(say(-0.1, -0.17, -0.03)).toBe('Fewer than in Oct to Dec 2025: 3 to 17 fewer in 100.');
    expect(say(0.1, -0.01, 0.2)).toBe('No clear change from Oct to Dec 2025: between 1 fewer and 20 more in 100.');
    expect(changeWords({ periods, change: null })).toContain('No change can be told yet');
  });

  it('warns of every change that leans on stories from before the drawing', () => {
    expect(datingWords('foreseen', 'foreseen')).toBe('Drawn before these stories were told.');
    expect(datingWords('looked-back', 'looked-back')).toContain('All of this was told before');
    for (const [earlier, later] of [
      ['looked-back', 'foreseen'],
      ['mixed', 'foreseen'],
      ['looked-back', 'mixed'],
    ] as const)
      expect(datingWords(earlier, later)).toContain('Part of this was told before');
  });

  it('names a mark with its share, range, stories, sessions and date; too few are never a number', () => {
    expect(periodSays(period(681, 681), share.interval)).toMatch(
      /^October 2026: 50 in 100, between \d+ and \d+; 4 stories, 4 sessions; told after the region was drawn$/,
    );
    expect(periodSays(period(681, 681), null)).toBe('October 2026: too few stories yet');
  });

  it('says where it lies', () => {
    const words = { title: 'T', labels: ['one', 'two', 'three'].map((label) => ({ id: label, label })) };
    expect(placeWords({ shape: { kind: 'zones', zones: ['B'] } }, words)).toBe('Parts: mostly “two”.');
    expect(
      placeWords(
        {
          shape: {
            kind: 'loop',
            points: [
              [0.9, 0],
              [1.1, 0],
              [1, 0.1],
            ],
          },
        },
        words,
      ),
    ).toBe('Drawn by hand, round mostly “two”.');
  });
});
