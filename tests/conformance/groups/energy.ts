import { seededRandom } from '$lib/analysis/random/seeded-random';
import { BLOCK_STATE, type Block } from '$lib/analysis/representation/block';
import { againstRest, kSampleStatistic } from '$lib/analysis/shifts/energy';
import { ExchangeRun } from '$lib/analysis/shifts/exchange-run';
import { benjaminiHochberg, benjaminiYekutieli } from '$lib/analysis/shifts/false-discovery';
import { freePlan } from '$lib/analysis/shifts/free-plan';
import { exactPairSums } from '$lib/analysis/shifts/pair-sums';
import { partsOf } from '$lib/analysis/shifts/parts';
import { at, numberAt, numbersAt } from '../figure';
import { under, type FigureGroup } from '../figure-group';
import type { Budget, ReferenceSet } from '../reference-set';
import { absolute, drawnP, exact, relative } from '../rule';
import { exactFacet } from './exact-facet';

/** Energy of each locality against the rest, its permutation p, and what of the family of tests may be flagged. */
export const energy: FigureGroup = {
  name: 'energy, permutation p and family',
  owns: under('energy', 'bh_exercise', 'flags_expected_robust', 'non_flags_expected_robust'),
  compute(set, budget) {
    const tests = testsOf(set, budget);
    const q = benjaminiHochberg(tests.map(({ p }) => p ?? 1));
    const named = tests.map(({ signifier, locality }, i) => ({
      pair: [signifier, locality],
      flagged: (q[i] ?? 1) <= 0.05,
    }));
    // The reference's p values put in, as it says itself: the adjustment is held apart from the drawings.
    const given = numbersAt(set.reference, ['bh_exercise', 'p']);
    const [qBh, qBy] = [benjaminiHochberg(given), benjaminiYekutieli(given)];
    return {
      energy: { by_signifier: bySignifier(set, tests, qBh, qBy) },
      bh_exercise: { p: tests.map(({ p }) => p), q_bh: qBh, q_by: qBy, order: named.map(({ pair }) => pair) },
      flags_expected_robust: expected(set, 'flags_expected_robust', named, true),
      non_flags_expected_robust: expected(set, 'non_flags_expected_robust', named, false),
    };
  },
  rule(path, set, budget) {
    const key = path.at(-1) ?? '';
    if (path[0] === 'bh_exercise' && path[1] === 'p') return drawnP(drawingsOf(set, budget), referenceDrawings(set));
    if (path[0] === 'bh_exercise' && path[1] !== 'order') return absolute(1e-8);
    if (key === 'p_perm') return drawnP(drawingsOf(set, budget), referenceDrawings(set));
    if (key === 'q_bh' || key === 'q_by') return absolute(1e-8);
    return key === 'E' || key === 'H' || key === 'k_sample_E' ? relative(1e-8) : exact;
  },
};

interface Test {
  readonly signifier: string;
  readonly locality: string;
  readonly n: number;
  readonly rest: number;
  readonly statistic: number;
  readonly effect: number;
  readonly kSample: number;
  /** Undefined where the reference drew none. */
  readonly p: number | undefined;
}

/** Every signifier by every locality, in that order: the family of the file. */
function testsOf(set: ReferenceSet, budget: Budget): Test[] {
  const { groups, of } = set.localities;
  return set.stories.blocks.flatMap((block) => {
    const sums = exactPairSums(block, of, groups.length);
    const kSample = kSampleStatistic(sums);
    const draw = referenceDrawings(set) > 0 ? drawing(set, block, drawingsOf(set, budget)) : () => undefined;
    return groups.map((locality, group): Test => {
      const { n, m, statistic, effect } = againstRest(sums, group);
      return { signifier: block.id, locality, n, rest: m, statistic, effect, kSample, p: draw(group) };
    });
  });
}

/** Free permutation of the stories that answered, none stopped early. */
function drawing({ localities }: ReferenceSet, block: Block, drawings: number): (group: number) => number {
  const facet = exactFacet(block);
  return (group) => {
    const answered = (story: number): boolean => block.state[story] === BLOCK_STATE.answered;
    const plan = freePlan(localities.of, localities.groups.length, group, answered);
    const rule = { permutations: drawings, stopAfter: drawings + 1 };
    const random = seededRandom(`conformance/energy/${block.id}/${group}`);
    const run = new ExchangeRun(plan, [partsOf(plan, facet, null)], rule, random);
    run.advanceTo(drawings);
    return run.tallies[0]?.p ?? Number.NaN;
  };
}

function bySignifier(set: ReferenceSet, tests: readonly Test[], qBh: readonly number[], qBy: readonly number[]) {
  const tree: Record<string, { vs_rest: Record<string, unknown>; k_sample_E: number }> = {};
  tests.forEach((test, i) => {
    const signifier = (tree[test.signifier] ??= { vs_rest: {}, k_sample_E: test.kSample });
    signifier.vs_rest[test.locality] = {
      n: test.n,
      n_rest: test.rest,
      E: test.statistic,
      H: test.effect,
      p_perm: test.p,
      q_bh: qBh[i],
      q_by: qBy[i],
    };
  });
  return tree;
}

/** The reference's pairs, each followed by what was found instead where that differs. */
function expected(
  { reference }: ReferenceSet,
  key: string,
  named: readonly { pair: readonly string[]; flagged: boolean }[],
  flagged: boolean,
): unknown[] {
  const pairs = at(reference, [key]);
  return (Array.isArray(pairs) ? pairs : []).map((pair: unknown) => {
    const own = named.find((one) => JSON.stringify(one.pair) === JSON.stringify(pair));
    if (!own) return undefined;
    return own.flagged === flagged ? own.pair : [...own.pair, own.flagged ? 'flagged' : 'not flagged'];
  });
}

/** 0 where the file has no permutations. */
function referenceDrawings({ reference }: ReferenceSet): number {
  return numberAt(reference, ['energy', 'permutations']) ?? 0;
}

function drawingsOf(set: ReferenceSet, { mostDrawings }: Budget): number {
  return Math.min(mostDrawings, referenceDrawings(set));
}
