import { describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import type { StorySet } from '$lib/analysis/representation/block';
import { monthsOf } from '$lib/analysis/shifts/change-plan';
import { largestChange } from '$lib/analysis/shifts/change';
import { shiftsOf } from '$lib/analysis/shifts/shifts-of';
import { topicsOf } from '$lib/analysis/shifts/topic';
import { at, numberAt } from '../../../conformance/figure';
import { readSet } from '../../../conformance/read-set';
import { blockOf } from '../blocks';

const START = (2023 - 1970) * 12;
const MONTHS = 20;

/** Two places, a session of ten stories each month in each; `middleOf` says where the stories of a session lie. */
function told(middleOf: (place: number, month: number) => number | null, seed: string) {
  const random = seededRandom(seed);
  const sessions = Array.from({ length: 2 * MONTHS * 2 }, (_, session) => ({
    session,
    place: session % 2,
    month: Math.floor(session / 4),
  })).flatMap((session) => {
    const middle = middleOf(session.place, session.month);
    return middle === null ? [] : [{ ...session, middle }];
  });
  const stories = sessions.flatMap((session) => Array.from({ length: 10 }, () => session));
  const places = stories.map(({ middle }) => [Math.min(1, Math.max(0, middle + 0.2 * random.normal()))]);
  const set: StorySet = {
    rows: stories.length,
    blocks: [blockOf('slider', 1, places)],
    cluster: Uint32Array.from(stories, ({ session }) => session),
    month: Uint16Array.from(stories, ({ month }) => START + month),
  };
  return { set, places: { id: 'place', groups: ['a', 'b'], of: Uint16Array.from(stories, ({ place }) => place) } };
}

describe('a change in time', () => {
  it('is found at its month, with an interval around it and where stories lean now', () => {
    const { set, places } = told((_, month) => (month < 12 ? 0.3 : 0.55), 'change');
    const [result] = shiftsOf(set, places, null, { seed: '1' }).changes;
    const { change, before } = result ?? {};
    expect(Math.abs((before ?? 0) - (START + 12))).toBeLessThanOrEqual(1);
    expect(change?.months.from).toBeLessThanOrEqual(START + 12);
    expect(change?.months.to).toBeGreaterThanOrEqual(START + 12);
    expect(change?.withinGroups).toBeLessThanOrEqual(0.05);
    expect(change?.leaning.difference.low).toBeGreaterThan(0);
  });

  it('is not a change within places when only a new place has joined', () => {
    const { set, places } = told((place, month) => (place === 0 ? 0.3 : month < 10 ? null : 0.65), 'joined');
    const [result] = shiftsOf(set, places, null, { seed: '1' }).changes;
    expect(result?.change).not.toBeNull();
    expect(result?.change?.withinGroups).toBeGreaterThan(0.05);
  });

  it('is seldom found where nothing changes, though the best of all months is looked for', () => {
    const found = Array.from({ length: 24 }, (_, i) => {
      const { set, places } = told(() => 0.4, `nothing ${i}`);
      return shiftsOf(set, places, null, { seed: String(i), permutations: 999 }).changes[0]?.p ?? 1;
    });
    // Of 24 at .05: more than 5 comes twice in 1,000.
    expect(found.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(5);
  }, 60_000);

  it('has the month and energy of the reference figures', () => {
    const set = readSet('tests/fixtures/conformance', 'mid2000shift');
    const months = monthsOf(set.stories.month);
    for (const { signifier, aspect, facets } of topicsOf(set.stories, () => undefined)) {
      if (aspect !== 'placement') continue;
      const path = ['change_point_scan', 'by_signifier', signifier];
      expect(at(set.reference, path)).toBeDefined();
      const { before, statistic } = largestChange(facets, months);
      expect(before).toBe(numberAt(set.reference, [...path, 'split_before_month']));
      expect(statistic).toBeCloseTo(numberAt(set.reference, [...path, 'E']) ?? NaN, 8);
    }
  }, 30_000);
});
