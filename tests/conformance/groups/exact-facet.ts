import { BLOCK_STATE, type Block } from '$lib/analysis/representation/block';
import { NO_BIN, type Binned } from '$lib/analysis/shifts/bins';
import { featuresOf, type Features } from '$lib/analysis/shifts/features';
import { exactPairSums } from '$lib/analysis/shifts/pair-sums';
import type { Facet } from '$lib/analysis/shifts/topic';

/** Features kept: what is left of the spread lies in so many directions that it adds much the same to every drawing. */
const MOST_FEATURES = 160;

/** A block's placements with none rounded: distances from every pair, and every place that was answered is a bin. */
export function exactFacet(block: Block): Facet {
  const answers = exactPlaces(block);
  let features: Features | null = null;
  return {
    block,
    answers,
    // Only drawings need them.
    get features() {
      features ??= featuresOf(answers.grid, countsOf(answers), MOST_FEATURES, 1);
      return features;
    },
    sums: (of, groups) => exactPairSums(block, of, groups),
  };
}

function exactPlaces({ coordinates, width, state }: Block): Binned {
  const numbers = new Map<string, number>();
  const centres: number[] = [];
  const of = Uint16Array.from(state, (own, row) => {
    if (own !== BLOCK_STATE.answered) return NO_BIN;
    const place = coordinates.subarray(row * width, (row + 1) * width);
    const known = numbers.get(place.join());
    if (known !== undefined) return known;
    numbers.set(place.join(), numbers.size);
    centres.push(...place);
    return numbers.size - 1;
  });
  return { grid: { count: numbers.size, width, centres: Float64Array.from(centres) }, of };
}

function countsOf({ grid, of }: Binned): Float64Array {
  const counts = new Float64Array(grid.count);
  for (const place of of) if (place !== NO_BIN) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}
