import { patternsOf } from '$lib/analysis/patterns/patterns-of';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { unrelatedAnswers, type Humps } from '../unrelated-answers';

/** Independent signifiers, of which two sliders have two humps: four combinations that look like patterns. */
const SIGNIFIERS: readonly Humps[] = [
  { kind: 'triad', humps: 1 },
  { kind: 'triad', humps: 1 },
  { kind: 'triad', humps: 1 },
  { kind: 'slider', humps: 2 },
  { kind: 'slider', humps: 2 },
  { kind: 'stone', humps: 1 },
  { kind: 'choice', humps: 1 },
];

/** What one city counts for. */
export interface IndependenceCounts {
  readonly cities: 1;
  /** Prediction strength alone would have shown patterns: without these cities the scenario tests nothing. */
  readonly chosenAboveOne: 0 | 1;
  /** Patterns were shown all the same (METHOD 4.2b: in at most 10 of 100 cities). */
  readonly shown: 0 | 1;
}

export function independenceNull(city: number, seed: string): IndependenceCounts {
  const random = seededRandom(`calibration/independence-null/${seed}/${city}`);
  const set = unrelatedAnswers(SIGNIFIERS, random);
  const signifiers = set.blocks.map(({ signifier }) => signifier);
  const result = patternsOf(set, { signifiers, seed: `${seed}/${city}`, view: 'calibration' });
  const above = result.kind !== 'too_few' && result.chosen.count > 1;
  return { cities: 1, chosenAboveOne: above ? 1 : 0, shown: result.kind === 'patterns' ? 1 : 0 };
}
