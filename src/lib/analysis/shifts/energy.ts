/** How far two groups of answers lie apart. */
export interface Energy {
  /** Stories with a placement in the group, and in the rest. */
  readonly n: number;
  readonly m: number;
  /** nm/(n+m) (2 mean|X-Y| - mean|X-X'| - mean|Y-Y'|), at least 0; grows with the number of stories. */
  readonly statistic: number;
  /** (2 mean|X-Y| - mean|X-X'| - mean|Y-Y'|) / (2 mean|X-Y|), in [0, 1]; does not grow with the number of stories. */
  readonly effect: number;
  /** 2 mean|X-Y|, what the effect is a share of. */
  readonly apart: number;
}

/** Distances summed over ordered pairs (a story with itself included): `sums[g * groups + h]`, and stories per group. */
export interface PairSums {
  readonly groups: number;
  readonly stories: Float64Array;
  readonly sums: Float64Array;
}

/**
 * Energy statistic and effect of one group against all the others together (Szekely and Rizzo 2004, InterStat 5; 2013,
 * Journal of Statistical Planning and Inference 143, 1249-1272; METHOD 2c). Means run over ordered pairs, a story with
 * itself included (V-statistic), as energy::eqdist.e in R.
 *
 * @returns statistic and effect 0 where one side is empty or all answers are the same.
 */
export function againstRest({ groups, stories, sums }: PairSums, group: number): Energy {
  let within = 0;
  let between = 0;
  let among = 0;
  let m = 0;
  for (let g = 0; g < groups; g += 1) {
    if (g !== group) m += stories[g] ?? 0;
    for (let h = 0; h < groups; h += 1) {
      const sum = sums[g * groups + h] ?? 0;
      if (g === group && h === group) within += sum;
      else if (g === group) between += sum;
      else if (h !== group) among += sum;
    }
  }
  return energyOf(stories[group] ?? 0, m, within, among, between);
}

/** The k-sample statistic: the two-sample statistics of all pairs of groups added up (energy::eqdist.e with k groups). */
export function kSampleStatistic({ groups, stories, sums }: PairSums): number {
  const sum = (g: number, h: number): number => sums[g * groups + h] ?? 0;
  let total = 0;
  for (let g = 0; g < groups; g += 1) {
    for (let h = 0; h < g; h += 1) {
      total += energyOf(stories[g] ?? 0, stories[h] ?? 0, sum(g, g), sum(h, h), sum(g, h)).statistic;
    }
  }
  return total;
}

/** Energy from the sums of distances within the two groups and between them. */
export function energyOf(n: number, m: number, withinN: number, withinM: number, between: number): Energy {
  if (n === 0 || m === 0) return { n, m, statistic: 0, effect: 0, apart: 0 };
  const apart = (2 * between) / (n * m);
  const excess = Math.max(0, apart - withinN / (n * n) - withinM / (m * m));
  return { n, m, statistic: ((n * m) / (n + m)) * excess, effect: apart > 0 ? excess / apart : 0, apart };
}
