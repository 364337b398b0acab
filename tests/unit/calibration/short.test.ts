import { describe, expect, it } from 'vitest';
import type { Counts } from '../../calibration/scenario';
import { halfShifted } from '../../calibration/scenarios/half-shifted';
import { coverage } from '../../calibration/scenarios/coverage';
import { nestedNull, nothingShifted, storyPermutation } from '../../calibration/scenarios/null';
import { power } from '../../calibration/scenarios/power';
import { simulate } from '../../calibration/simulate';

// The full campaign is `npm run calibrate`; its figures stand in docs/calibration.md. Here few cities and wide limits:
// each limit fails by chance less than once in 500 if the campaign's figure is the truth.
const CITIES = 12;
const SEED = 'short';
const MINUTE = 60_000;

const known = new Map<string, Counts>();
/** The same cities are asked once, however many tests look at what was said. */
function sums(scenario: (typeof power)[number] | undefined, cities = CITIES): Counts {
  if (scenario === undefined) return {};
  const key = `${scenario.name} in ${cities}`;
  const counts = known.get(key) ?? simulate(scenario, cities, SEED, 0, 1);
  known.set(key, counts);
  return counts;
}

describe('the calibration, in short', () => {
  it.each([nothingShifted, nestedNull])(
    'flags hardly any city where nothing differs ($name)',
    (scenario) => {
      expect(sums(scenario)['flagged']).toBeLessThanOrEqual(4);
    },
    MINUTE,
  );

  it(
    'sees the permutation of stories find more small p in the same cities than that of sessions',
    () => {
      const [sessions, stories] = [sums(nestedNull), sums(storyPermutation)];
      expect(stories['tests']).toBe(sessions['tests']);
      expect(stories['small']).toBeGreaterThan(sessions['small'] ?? Infinity);
    },
    MINUTE,
  );

  it(
    'finds most places where 25 in 100 stories moved, and hardly any where 10 did',
    () => {
      expect(sums(power.find(({ name }) => name === 'power-25'))['found']).toBeGreaterThanOrEqual(7);
      expect(sums(power.find(({ name }) => name === 'power-10'))['found']).toBeLessThanOrEqual(6);
    },
    MINUTE,
  );

  it(
    'finds shifted places in a half-shifted city, and few others',
    () => {
      const found = sums(halfShifted, 8);
      expect((found['foundBoth'] ?? 0) / 8).toBeGreaterThan(0.35);
      expect((found['both'] ?? 1) / 8).toBeLessThan(0.2);
    },
    MINUTE,
  );

  it('covers shares and means as often as it says', () => {
    const simulations = 5 * CITIES * 4;
    const held = sums(coverage, 4 * CITIES);
    for (const interval of ['wilson', 'region']) {
      expect((held[interval] ?? 0) / simulations).toBeGreaterThan(0.9);
      expect((held[interval] ?? 0) / simulations).toBeLessThan(0.995);
    }
  });

  it('adds up to the same whatever the number of processes', () => {
    const whole = simulate(coverage, 4, SEED, 0, 1);
    const parts = [0, 1, 2].map((job) => simulate(coverage, 4, SEED, job, 3));
    expect(parts.reduce((sum, part) => sum + (part['wilson'] ?? 0), 0)).toBe(whole['wilson']);
  });
});
