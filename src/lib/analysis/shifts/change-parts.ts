import { NO_BIN } from './bins';
import { LEFT_OUT, STAYS, type ChangePlan } from './change-plan';
import type { Strata } from './parts';
import type { Facet } from './topic';

/** One sum of squares of a change statistic: what units, and stories that stay, add to their months. */
export interface ChangePart {
  /** Count and features. */
  readonly columns: number;
  /** Unit by unit. */
  readonly units: Float32Array;
  /** Month by month. */
  readonly fixed: Float64Array;
  /** Mean features of all, column 0 is 0. */
  readonly mean: Float64Array;
  readonly total: number;
  /** Whether the part counts stories for the least number on each side of a split: one facet's parts do. */
  readonly counts: boolean;
}

/** Adds up the facets by unit and month; with strata one part for each facet and stratum. */
export function changeParts(
  plan: ChangePlan,
  months: number,
  facets: readonly Facet[],
  strata: Strata | null,
): ChangePart[] {
  return facets.flatMap((facet, i) =>
    Array.from({ length: strata?.count ?? 1 }, (_, stratum) => {
      const taking = strata === null ? null : (story: number) => strata.of[story] === stratum;
      return partOf(plan, months, facet, taking, i === 0);
    }).filter((part) => part.total > 1),
  );
}

function partOf(
  plan: ChangePlan,
  months: number,
  { answers, features }: Facet,
  taking: ((story: number) => boolean) | null,
  counts: boolean,
): ChangePart {
  const { width, values } = features;
  const columns = width + 1;
  const units = new Float32Array(plan.monthOfUnit.length * columns);
  const fixed = new Float64Array(months * columns);
  const mean = new Float64Array(columns);
  let total = 0;
  for (let story = 0; story < plan.unitOf.length; story += 1) {
    const unit = plan.unitOf[story] ?? LEFT_OUT;
    const bin = answers.of[story] ?? NO_BIN;
    if (unit === LEFT_OUT || bin === NO_BIN || (taking !== null && !taking(story))) continue;
    const into = unit === STAYS ? fixed : units;
    const first = (unit === STAYS ? (plan.clusterMonth[story] ?? 0) : unit) * columns;
    total += 1;
    into[first] = (into[first] ?? 0) + 1;
    for (let k = 0; k < width; k += 1) {
      const value = values[bin * width + k] ?? 0;
      into[first + 1 + k] = (into[first + 1 + k] ?? 0) + value;
      mean[k + 1] = (mean[k + 1] ?? 0) + value;
    }
  }
  return { columns, units, fixed, mean: mean.map((sum) => sum / Math.max(1, total)), total, counts };
}
