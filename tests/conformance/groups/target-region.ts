import { logisticTrend } from '$lib/analysis/regions/logistic-trend';
import { newcombe } from '$lib/analysis/regions/newcombe';
import { regionHits, type RegionHits } from '$lib/analysis/regions/region-hits';
import type { RegionShape } from '$lib/analysis/regions/region-shape';
import { triadPlane } from '$lib/analysis/representation/design-scale';
import { wilson } from '$lib/analysis/wilson';
import { under, type FigureGroup } from '../figure-group';
import { blockOf, FIRST_MONTH, rowsOf } from '../reference-set';
import { absolute, exact } from '../rule';

const KEY = 'target_region_T1a_ge_0.6';
const MONTHS = 24;

/** Where part a is at least .6: the small triangle at corner A. */
const NEAR_A: RegionShape = { kind: 'triad', polygon: [[0, 0], triadPlane(0.4, 0), triadPlane(0, 0.4)] };

/** Share in a region by locality and month, its change from year to year and its trend. The reference corrects for no sessions. */
export const targetRegion: FigureGroup = {
  name: 'target region',
  owns: under(KEY),
  compute(set) {
    const block = blockOf(set, 'T1');
    const hits = regionHits(block, NEAR_A);
    const months = Array.from(hits.rows, (row) => (set.stories.month[row] ?? 0) - FIRST_MONTH);
    const between = (from: number, to: number) =>
      countedIn(hits, (i) => (months[i] ?? -1) >= from && (months[i] ?? -1) < to);
    const [year1, year2] = [between(0, 12), between(12, 24)];
    const change = newcombe(year2, year1);
    const trend = logisticTrend(
      hits.inside,
      months,
      Array.from(hits.rows, (row) => set.stories.cluster[row] ?? 0),
    );
    return {
      [KEY]: {
        by_locality: {
          ALL: shareTree(hits),
          ...Object.fromEntries(
            set.localities.groups.map((name) => [name, shareTree(regionHits(block, NEAR_A, rowsOf(set, name)))]),
          ),
        },
        year2_minus_year1: {
          k1: year2.hits,
          n1: year2.n,
          k0: year1.hits,
          n0: year1.n,
          diff: change?.change,
          newcombe95: [change?.low, change?.high],
        },
        logistic_trend_per_month: { beta: trend?.beta, se: trend?.se, p: trend?.p, intercept: trend?.intercept },
        by_month_k_n: Array.from({ length: MONTHS }, (_, month) => {
          const own = between(month, month + 1);
          return [month, own.hits, own.n];
        }),
      },
    };
  },
  rule(path) {
    if (path.includes('logistic_trend_per_month')) return absolute(1e-6);
    return path.includes('by_month_k_n') || /^[kn]\d?$/.test(path.at(-1) ?? '') ? exact : absolute(1e-8);
  },
};

function shareTree(hits: RegionHits) {
  const own = countedIn(hits, () => true);
  const interval = wilson(own.hits, own.n);
  return { k: own.hits, n: own.n, share: interval?.share, wilson95: [interval?.low, interval?.high] };
}

function countedIn({ inside }: RegionHits, belongs: (i: number) => boolean): { hits: number; n: number } {
  const own = inside.filter((_, i) => belongs(i));
  return { hits: own.reduce((sum, one) => sum + one, 0), n: own.length };
}
