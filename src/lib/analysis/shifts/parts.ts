import { NO_BIN } from './bins';
import { FIXED, type ExchangePlan } from './exchanges';
import type { Facet } from './topic';

/** Columns are summed in fours: enough independent additions to keep the processor busy. */
export const LANES = 4;

/**
 * One sum of squares of a statistic, prepared for permutation: what each exchange unit adds to it. Column 0 counts the
 * unit's answers, the others add up its features; all is laid out in chunks of LANES columns, unit by unit.
 */
export interface Part {
  readonly chunks: number;
  readonly units: Float32Array;
  /** What the fixed stories of the drawn side add; LANES * chunks columns. */
  readonly fixed: Float64Array;
  /** Mean features of all the part's answers; column 0 is 0. */
  readonly mean: Float64Array;
  /** Answers of both sides. */
  readonly total: number;
}

/** A partition of the stories, as Grouping has it: `of` beyond `count` is in no stratum. */
export interface Strata {
  readonly of: Uint16Array;
  readonly count: number;
}

/** A facet's answers of all groups, and by stratum. */
export interface PooledCounts {
  readonly strata: Strata | null;
  /** By stratum and bin; the last stratum holds the stories in none. */
  readonly byStratum: Float64Array;
}

/** Counts the answers inside a plan: the stories of a group. The same for all plans of one grouping. */
export function pooledCounts({ answers }: Facet, { unitOf }: ExchangePlan, strata: Strata | null): PooledCounts {
  const bins = answers.grid.count;
  const none = strata?.count ?? 0;
  const byStratum = new Float64Array((none + 1) * bins);
  for (let i = 0; i < unitOf.length; i += 1) {
    const bin = answers.of[i] ?? NO_BIN;
    if (bin === NO_BIN || unitOf[i] === FIXED.outside) continue;
    const at = Math.min(none, strata?.of[i] ?? none) * bins + bin;
    byStratum[at] = (byStratum[at] ?? 0) + 1;
  }
  return { strata, byStratum };
}

/** The parts of one statistic: the whole without strata, else one for each stratum. */
export function partsOf(plan: ExchangePlan, facet: Facet, strata: Strata | null): readonly Part[] {
  const { whole, byStratum } = facetParts(plan, facet, pooledCounts(facet, plan, strata));
  return strata === null ? [whole] : byStratum;
}

/** A facet's part of the plain statistic, and of the one summed over strata. */
export interface FacetParts {
  readonly whole: Part;
  /** In the order of the strata; none without strata. */
  readonly byStratum: readonly Part[];
}

/**
 * Adds up a facet's features by unit, in one pass over the stories that a plan moves. Where they are more than the bins of
 * all units, they are counted first and each bin's features added once.
 */
export function facetParts(plan: ExchangePlan, facet: Facet, { strata, byStratum: counts }: PooledCounts): FacetParts {
  const { answers, features } = facet;
  const { width, values } = features;
  const bins = answers.grid.count;
  const columns = LANES * Math.ceil((width + 1) / LANES);
  const none = strata?.count ?? 0;
  // Unit by unit, and in a last row the fixed stories of the drawn side.
  const rows = plan.units + 1;
  const sums = Array.from({ length: none + 1 }, () => new Float32Array(columns * rows));
  const crowded = plan.counting.length > sums.length * rows * bins;
  const inBins = crowded ? sums.map(() => new Uint32Array(rows * bins)) : null;
  for (const story of plan.counting) {
    const bin = answers.of[story] ?? NO_BIN;
    if (bin === NO_BIN) continue;
    const unit = plan.unitOf[story] ?? FIXED.drawn;
    const row = unit === FIXED.drawn ? plan.units : unit;
    const stratum = Math.min(none, strata?.of[story] ?? none);
    const counted = inBins?.[stratum];
    const into = sums[stratum];
    if (counted) counted[row * bins + bin] = (counted[row * bins + bin] ?? 0) + 1;
    else if (into) addAnswers(into, row * columns, 1, values, bin * width, width);
  }
  inBins?.forEach((counted, stratum) => {
    const into = sums[stratum];
    counted.forEach((count, at) => {
      if (into && count > 0) {
        addAnswers(into, Math.floor(at / bins) * columns, count, values, (at % bins) * width, width);
      }
    });
  });
  const part = (own: Float32Array, ownCounts: Float64Array): Part => ({
    chunks: columns / LANES,
    units: inChunks(own, plan.units, columns),
    fixed: Float64Array.from(own.subarray(plan.units * columns)),
    ...meanOf(ownCounts, values, width, columns),
  });
  const countsIn = (stratum: number): Float64Array => counts.subarray(stratum * bins, (stratum + 1) * bins);
  return {
    whole: part(added(sums), added(Array.from({ length: none + 1 }, (_, stratum) => countsIn(stratum)))),
    byStratum: sums.slice(0, none).map((own, stratum) => part(own, countsIn(stratum))),
  };
}

function addAnswers(
  into: Float32Array,
  first: number,
  count: number,
  values: Float64Array,
  from: number,
  width: number,
): void {
  into[first] = (into[first] ?? 0) + count;
  for (let k = 0; k < width; k += 1) into[first + 1 + k] = (into[first + 1 + k] ?? 0) + count * (values[from + k] ?? 0);
}

function added<T extends Float32Array | Float64Array>(all: readonly T[]): T {
  const [first, ...others] = all;
  if (!first) throw new RangeError('nothing to add up');
  if (others.length === 0) return first;
  const total = first.slice() as T; // a copy of the same kind
  for (const other of others) for (let i = 0; i < total.length; i += 1) total[i] = (total[i] ?? 0) + (other[i] ?? 0);
  return total;
}

function inChunks(sums: Float32Array, units: number, columns: number): Float32Array {
  const chunks = new Float32Array(units * columns);
  for (let unit = 0; unit < units; unit += 1) {
    for (let k = 0; k < columns; k += 1) {
      chunks[(Math.floor(k / LANES) * units + unit) * LANES + (k % LANES)] = sums[unit * columns + k] ?? 0;
    }
  }
  return chunks;
}

function meanOf(
  counts: Float64Array,
  values: Float64Array,
  width: number,
  columns: number,
): Pick<Part, 'total' | 'mean'> {
  const mean = new Float64Array(columns);
  const total = counts.reduce((sum, count) => sum + count, 0);
  counts.forEach((count, bin) => {
    if (count === 0) return;
    for (let k = 0; k < width; k += 1) {
      mean[k + 1] = (mean[k + 1] ?? 0) + (count * (values[bin * width + k] ?? 0)) / total;
    }
  });
  return { total, mean };
}
