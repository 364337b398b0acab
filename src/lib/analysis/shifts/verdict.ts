import type { SeededRandom } from '../random/seeded-random';
import { adjustedTests, agreementOf } from './adjusted';
import type { Compared } from './compared';
import { evidenceOf } from './evidence';
import { LEAST_CLUSTERS, LEAST_STORIES } from './family';
import { correctedEffect, type FirstPass, type Tested } from './first-pass';
import type { ShiftTest } from './shift';
import { smallestVisible } from './smallest-visible';
import { EFFECT_FLOOR, strengthOf } from './strength';

/** False discovery rate. */
export const LEVEL = 0.05;

/** A cell's place in its family. */
export interface FamilyQ {
  readonly q: number;
  /** With the larger p of both passes. */
  readonly second: number;
  readonly qAnyDependence: number;
}

/** METHOD 2c: q <= .05, corrected effect >= .01, 30 stories in 5 clusters, and a rest of as many. */
export function looksShifted(tested: Tested, q: number): boolean {
  const { here, rest } = tested;
  const enough =
    Math.min(here.stories, rest.stories) >= LEAST_STORIES && Math.min(here.clusters, rest.clusters) >= LEAST_CLUSTERS;
  return enough && q <= LEVEL && correctedEffect(tested) >= EFFECT_FLOOR;
}

/** What is said of every cell; intervals and leanings only of what is flagged in both passes. */
export function verdictsOf(
  view: Compared,
  first: FirstPass,
  adjusting: boolean,
  qs: readonly FamilyQ[],
  random: SeededRandom,
  each: (done: number) => void,
): ShiftTest[] {
  const { tests } = first;
  const adjusted = adjusting ? adjustedByTest(first, random.fork('adjusted'), (done) => each(done / 2)) : null;
  const flags = qs.filter(({ q }) => q <= LEVEL).length;
  // What a further flag would have needed, with the flags that there are.
  const alpha = (LEVEL * (flags + 1)) / Math.max(1, qs.length);
  return tests.map((tested, i) => {
    each(0.5 + (0.5 * i) / tests.length);
    const { q, second, qAnyDependence } = qs[i] ?? { q: 1, second: 1, qAnyDependence: 1 };
    const candidate = looksShifted(tested, q);
    const flagged = candidate && second <= LEVEL;
    const adjustedP = adjusted?.get(tested);
    const { tally } = tested.test;
    return {
      ...identityOf(view, tested),
      p: tally.p,
      permutations: tally.permutations,
      q,
      qAnyDependence,
      adjusted: adjustedP === undefined ? null : { p: adjustedP, agreement: agreementOf(flagged, tally.p, adjustedP) },
      secondPass: candidate ? second : null,
      shift: flagged ? shiftFacts(view, tested, random) : null,
      smallestVisible: flagged ? null : visibleIn(tested, Math.min(LEVEL, alpha)),
    };
  });
}

function identityOf({ grouping }: Compared, tested: Tested) {
  const { cell, topic, here, rest, energy } = tested;
  return {
    group: grouping.groups[cell.group] ?? '',
    signifier: topic.signifier,
    aspect: topic.aspect,
    stories: here.stories,
    clusters: here.clusters,
    restStories: rest.stories,
    restClusters: rest.clusters,
    statistic: energy.statistic,
    effect: energy.effect,
    corrected: correctedEffect(tested),
  };
}

function shiftFacts(
  { clusters, grouping }: Compared,
  tested: Tested,
  random: SeededRandom,
): NonNullable<ShiftTest['shift']> {
  const { cell, topic, here, energy } = tested;
  const apart = energy.facets.reduce((sum, facet) => sum + facet.apart, 0);
  const observed = { corrected: correctedEffect(tested), apart, clusters: here.clusters };
  const own = random.fork(`${grouping.groups[cell.group] ?? ''}/${topic.signifier}/${topic.aspect}`);
  const evidence = evidenceOf(topic, clusters, grouping, cell.group, observed, own);
  return { ...evidence, strength: strengthOf(evidence.effect.low) };
}

function visibleIn({ run, test, topic, energy, here, rest }: Tested, alpha: number): number | null {
  // Fewer clusters are never flagged, whatever the shift.
  if (Math.min(here.clusters, rest.clusters) < LEAST_CLUSTERS) return null;
  return smallestVisible(run.exchanges, topic.facets, test.parts, energy, alpha);
}

function adjustedByTest(
  { tests, runs }: FirstPass,
  random: SeededRandom,
  each: (done: number) => void,
): Map<Tested, number> {
  const adjusted = new Map<Tested, number>();
  runs.forEach((run, i) => {
    const own = tests.filter((tested) => tested.run === run);
    const statistics = own.map(({ strata }) => strata);
    const p = adjustedTests(run.exchanges, statistics, random.fork(String(own[0]?.cell.group)));
    own.forEach((tested, at) => adjusted.set(tested, p[at] ?? 1));
    each((i + 1) / runs.length);
  });
  return adjusted;
}
