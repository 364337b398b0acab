import { advance, UNWATCHED, type Progress } from '../progress';
import { seededRandom } from '../random/seeded-random';
import type { Grouping, StorySet } from '../representation/block';
import { changeRun, changesOf } from './changes-of';
import { compared, type Compared } from './compared';
import { benjaminiHochberg, benjaminiYekutieli } from './false-discovery';
import { LEAST_STORIES } from './family';
import { firstPass } from './first-pass';
import { LEVEL, looksShifted, verdictsOf } from './verdict';
import { secondPass } from './second-pass';
import { settle, type PermutationRule } from './sequential';
import type { Shifts, ShiftTest } from './shift';

/** What makes the same view give the same answer. */
export interface ShiftOptions {
  readonly seed: string;
  /** At most so many permutations for each test; as many as the family asks for when absent. */
  readonly permutations?: number;
}

/** A p value as small as the strictest step of Benjamini-Hochberg needs (level / tests) is still seen so many times. */
const STOP_AFTER = 20;
const LEAST_PERMUTATIONS = 999;
/** Steps of progress. */
const STEPS = 1_000;

/**
 * Every group of a grouping against the rest on every signifier and every not-applicable share, and every signifier over
 * time: METHOD 2c in full. One family of tests, fixed by sample sizes; p by permuting clusters, at most
 * 20 tests/.05 times; Benjamini-Hochberg at .05; flags by q, corrected effect, stories and clusters, in both passes.
 *
 * @param grouping localities, roles, any partition; stories without a group take no part, except over time
 * @param strata role x age (see `crossed`), for the adjusted tests; null for none
 * @throws Cancelled when the progress says so
 */
export function shiftsOf(
  set: StorySet,
  grouping: Grouping,
  strata: Grouping | null,
  options: ShiftOptions,
  progress: Progress = UNWATCHED,
): Shifts {
  const random = seededRandom(`shifts/${options.seed}/${grouping.id}`);
  const stage =
    (from: number, to: number) =>
    (done: number): void =>
      advance(progress, Math.round(STEPS * (from + (to - from) * Math.min(1, done))), STEPS);
  const view = compared(set, grouping, stage(0, 0.2));
  const family = view.cells.length + view.changing.length;
  const rule = ruleFor(family, options.permutations);
  const levels = strata && { of: strata.of, count: strata.groups.length };
  const first = firstPass(view, levels, rule, random, stage(0.2, 0.4));
  const change = changeRun(view.changing, view.clusters, view.months, rule, random.fork('change'));
  settle([...first.runs, change], rule, benjaminiHochberg, stage(0.4, 0.7));

  const p = [...first.tests.map(({ test }) => test.tally.p), ...change.tallies.map((tally) => tally.p)];
  const q = benjaminiHochberg(p);
  const candidates = first.tests.flatMap((tested, i) => (looksShifted(tested, q[i] ?? 1) ? [i] : []));
  const second = secondPass(view, p, candidates, rule, random.fork('second'), stage(0.7, 0.85));
  const qAnyDependence = benjaminiYekutieli(p);
  const qs = q.map((each, i) => ({ q: each, second: second[i] ?? 1, qAnyDependence: qAnyDependence[i] ?? 1 }));
  const tests = verdictsOf(view, first, strata !== null, qs, random.fork('verdict'), stage(0.85, 0.97));
  const changes = changesOf(change, view, qs.slice(view.cells.length), LEVEL, random.fork('changes'));
  stage(1, 1)(1);
  return {
    grouping: grouping.id,
    family,
    permutations: rule.permutations,
    untested: untestedOf(view),
    tests: ranked(tests),
    changes,
  };
}

function ruleFor(family: number, permutations: number | undefined): PermutationRule {
  const asked = Math.ceil((STOP_AFTER * family) / LEVEL);
  return { permutations: permutations ?? Math.max(LEAST_PERMUTATIONS, asked), stopAfter: STOP_AFTER };
}

/** Flagged first, largest effect first; then by p. */
function ranked(tests: readonly ShiftTest[]): ShiftTest[] {
  const flagged = (test: ShiftTest): number => +(test.shift !== null);
  return [...tests].sort((s, t) => flagged(t) - flagged(s) || (s.shift ? t.corrected - s.corrected : s.p - t.p));
}

function untestedOf({ topics, samples, grouping }: Compared): Shifts['untested'] {
  return topics.flatMap(({ aspect, signifier }, topic) =>
    grouping.groups.flatMap((group, i) => {
      const stories = samples[topic]?.byGroup[i]?.stories ?? 0;
      return aspect === 'placement' && stories < LEAST_STORIES ? [{ group, signifier, stories }] : [];
    }),
  );
}
