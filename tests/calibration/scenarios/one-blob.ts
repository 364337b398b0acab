import { patternsOfUnrelated, type Humps } from '../unrelated-answers';

/** Every signifier has one place where answers gather. */
const SIGNIFIERS: readonly Humps[] = [
  { kind: 'triad', humps: 1 },
  { kind: 'triad', humps: 1 },
  { kind: 'triad', humps: 1 },
  { kind: 'slider', humps: 1 },
  { kind: 'slider', humps: 1 },
  { kind: 'stone', humps: 1 },
  { kind: 'stone', humps: 1 },
];

/** What one city counts for. */
export interface OneBlobCounts {
  readonly cities: 1;
  /** Prediction strength chose one pattern, as it should (METHOD 4.6: in at least 90 of 100 cities). */
  readonly k1: 0 | 1;
  /** Patterns were shown where there are none. */
  readonly shown: 0 | 1;
}

/**
 * The clustering null: a city whose stories are one blob. It has no choice, for a choice is several humps by itself,
 * however it is answered: `oneChoice` asks what happens then.
 */
export function oneBlob(city: number, seed: string): OneBlobCounts {
  const { kind } = patternsOfUnrelated('one-blob', SIGNIFIERS, city, seed);
  return { cities: 1, k1: kind === 'no_patterns_k1' ? 1 : 0, shown: kind === 'patterns' ? 1 : 0 };
}
