import { NO_BIN } from './bins';
import { FIXED, type ExchangePlan } from './exchange-plan';
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

/**
 * Adds up a facet's features by unit, for each stratum apart: one part each, in the order of the strata. Without strata
 * all stories are in one.
 */
export function partsOf({ units: unitCount, unitOf }: ExchangePlan, facet: Facet, strata: Strata | null): Part[] {
  const { answers, features } = facet;
  const { width, values } = features;
  const bins = answers.grid.count;
  const count = strata?.count ?? 1;
  const columns = LANES * Math.ceil((width + 1) / LANES);
  const counts = new Float64Array(count * bins);
  const fixed = Array.from({ length: count }, () => new Float64Array(columns));
  const units = Array.from({ length: count }, () => new Float32Array(columns * unitCount));
  for (let i = 0; i < unitOf.length; i += 1) {
    const unit = unitOf[i] ?? FIXED.outside;
    const bin = answers.of[i] ?? NO_BIN;
    const stratum = strata === null ? 0 : (strata.of[i] ?? count);
    if (unit === FIXED.outside || bin === NO_BIN || stratum >= count) continue;
    counts[stratum * bins + bin] = (counts[stratum * bins + bin] ?? 0) + 1;
    if (unit >= 0) addToUnit(units[stratum], unitCount, unit, values, bin * width, width);
    else if (unit === FIXED.drawn) add(fixed[stratum], values, bin * width, width);
  }
  return fixed.map((sums, stratum) => {
    const { total, mean } = meanOf(counts.subarray(stratum * bins, (stratum + 1) * bins), values, width, columns);
    return { chunks: columns / LANES, units: units[stratum] ?? NOTHING, fixed: sums, mean, total };
  });
}

const NOTHING = new Float32Array(0);

function meanOf(
  counts: Float64Array,
  values: Float64Array,
  width: number,
  columns: number,
): Pick<Part, 'total' | 'mean'> {
  const mean = new Float64Array(columns);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total > 0) {
    counts.forEach((count, bin) => {
      if (count === 0) return;
      for (let k = 0; k < width; k += 1)
        mean[k + 1] = (mean[k + 1] ?? 0) + (count * (values[bin * width + k] ?? 0)) / total;
    });
  }
  return { total, mean };
}

function add(into: Float64Array | undefined, values: Float64Array, first: number, width: number): void {
  if (!into) return;
  into[0] = (into[0] ?? 0) + 1;
  for (let k = 0; k < width; k += 1) into[k + 1] = (into[k + 1] ?? 0) + (values[first + k] ?? 0);
}

function addToUnit(
  into: Float32Array | undefined,
  units: number,
  unit: number,
  values: Float64Array,
  first: number,
  width: number,
): void {
  if (!into) return;
  const counted = unit * LANES;
  into[counted] = (into[counted] ?? 0) + 1;
  for (let k = 1; k <= width; k += 1) {
    const at = (Math.floor(k / LANES) * units + unit) * LANES + (k % LANES);
    into[at] = (into[at] ?? 0) + (values[first + k - 1] ?? 0);
  }
}
