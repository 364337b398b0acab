import type { SeededRandom } from '../random/seeded-random';
import type { Grouping } from '../representation/block';
import { NO_BIN } from './bins';
import type { Clusters } from './clusters';
import type { Leaning } from './leaning';
import { LeaningCount } from './leaning-count';
import { sideSums, totalOf, type AddStory } from './side-sums';
import type { Facet, Topic } from './topic';

/** A share and what it is a share of. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** Where a group leans to more than the rest, as numbers for a sentence. */
export interface LeaningFact {
  readonly block: string;
  readonly leaning: Leaning;
  readonly here: Share;
  readonly elsewhere: Share;
  /** Share here minus share elsewhere, in [-1, 1], with its 95 % interval. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number };
}

/** What a flagged shift is said with. */
export interface Evidence {
  /** 95 % interval of the corrected effect. */
  readonly effect: { readonly low: number; readonly high: number };
  readonly leaning: LeaningFact;
}

const RESAMPLES = 400;

/**
 * Intervals of a shift's effect and of its leaning by a bootstrap of clusters: 400 resamples, percentiles 2.5 and 97.5.
 *
 * A resampled effect is larger than the effect by what chance adds, once in the stories and once more in the resample;
 * so its percentiles are taken around its own mean and put around `corrected`. Few clusters spread too little when drawn
 * with replacement (variance (c-1)/c): deviations are stretched by sqrt(c/(c-1)). 2 mean|X-Y| is held at its observed
 * value, for it hardly varies beside the difference.
 */
export function evidenceOf(
  topic: Topic,
  clusters: Clusters,
  { of: groupOf, groups }: Grouping,
  group: number,
  observed: { readonly corrected: number; readonly apart: number; readonly clusters: number },
  random: SeededRandom,
): Evidence {
  const counting = new LeaningCount(topic, groupOf, groups.length, group);
  const { add, columns } = summing(topic.facets, counting);
  const sums = sideSums(clusters, groupOf, groups.length, group, columns, add, random.fork('units'));
  const draws = random.fork('draws');
  const effects = new Float64Array(RESAMPLES);
  const differences = new Float64Array(RESAMPLES);
  for (let i = 0; i < RESAMPLES; i += 1) {
    const { own, rest } = totalOf(sums, draws);
    effects[i] = observed.apart > 0 ? excessOf(topic.facets, own, rest) / observed.apart : 0;
    differences[i] = shareOf(own, columns) - shareOf(rest, columns);
  }
  const stretch = Math.sqrt(observed.clusters / Math.max(1, observed.clusters - 1));
  const { own, rest } = totalOf(sums, null);
  const value = shareOf(own, columns) - shareOf(rest, columns);
  const difference = around(value, differences, stretch);
  return {
    effect: around(observed.corrected, effects, stretch),
    leaning: {
      block: counting.block,
      leaning: counting.leaning,
      here: { hits: own[columns - 1] ?? 0, of: own[columns - 2] ?? 0 },
      elsewhere: { hits: rest[columns - 1] ?? 0, of: rest[columns - 2] ?? 0 },
      difference: { value, low: Math.max(-1, difference.low), high: Math.min(1, difference.high) },
    },
  };
}

/** Columns: for each facet its count and its features, and at the end answers counted and those that lean. */
function summing(facets: readonly Facet[], counting: LeaningCount): { add: AddStory; columns: number } {
  const columns = facets.reduce((sum, { features }) => sum + features.width + 1, 0) + 2;
  const add: AddStory = (story, sums, first) => {
    let at = first;
    for (const { answers, features } of facets) {
      const bin = answers.of[story] ?? NO_BIN;
      if (bin !== NO_BIN) {
        sums[at] = (sums[at] ?? 0) + 1;
        for (let k = 0; k < features.width; k += 1) {
          sums[at + 1 + k] = (sums[at + 1 + k] ?? 0) + (features.values[bin * features.width + k] ?? 0);
        }
      }
      at += features.width + 1;
    }
    const part = counting.partOf(story);
    if (part < 0) return;
    sums[at] = (sums[at] ?? 0) + 1;
    if (part === counting.chosen) sums[at + 1] = (sums[at + 1] ?? 0) + 1;
  };
  return { add, columns };
}

/** 2 |S/n - S'/m|² summed over the facets, with counts and sums laid out as `summing` does. */
function excessOf(facets: readonly Facet[], own: Float64Array, rest: Float64Array): number {
  let total = 0;
  let at = 0;
  for (const { features } of facets) {
    const n = own[at] ?? 0;
    const m = rest[at] ?? 0;
    if (n > 0 && m > 0) {
      for (let k = at + 1; k <= at + features.width; k += 1) total += 2 * ((own[k] ?? 0) / n - (rest[k] ?? 0) / m) ** 2;
    }
    at += features.width + 1;
  }
  return total;
}

function shareOf(sums: Float64Array, columns: number): number {
  const counted = sums[columns - 2] ?? 0;
  return counted > 0 ? (sums[columns - 1] ?? 0) / counted : 0;
}

function around(value: number, resampled: Float64Array, stretch: number): { low: number; high: number } {
  const mean = resampled.reduce((sum, each) => sum + each, 0) / resampled.length;
  const sorted = resampled.slice().sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? mean;
  return { low: value + stretch * (at(0.025) - mean), high: value + stretch * (at(0.975) - mean) };
}
