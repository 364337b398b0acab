import { patternsOfUnrelated, type Humps } from '../unrelated-answers';

/** One blob but for a choice where some 60 in 100 choose the same option, as they may in any real framework. */
const SIGNIFIERS: readonly Humps[] = [
  { kind: 'triad', humps: 1 },
  { kind: 'triad', humps: 1 },
  { kind: 'triad', humps: 1 },
  { kind: 'slider', humps: 1 },
  { kind: 'slider', humps: 1 },
  { kind: 'stone', humps: 1 },
  { kind: 'choice', humps: 1 },
];

/** What one city counts for. */
export interface OneChoiceCounts {
  readonly cities: 1;
  /** Prediction strength alone took the options of the choice for patterns. */
  readonly chosenAboveOne: 0 | 1;
  /** Patterns were shown all the same, which the independence null must keep to some 5 in 100 cities. */
  readonly shown: 0 | 1;
}

export function oneChoice(city: number, seed: string): OneChoiceCounts {
  const result = patternsOfUnrelated('one-choice', SIGNIFIERS, city, seed);
  const above = result.kind !== 'too_few' && result.chosen.count > 1;
  return { cities: 1, chosenAboveOne: above ? 1 : 0, shown: result.kind === 'patterns' ? 1 : 0 };
}
