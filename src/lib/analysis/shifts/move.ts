import { leaningsOfFacet } from './leaning';
import type { Facet } from './topic';

/** Worked out once for all groups, and kept as long as the facet. */
const KNOWN = new WeakMap<Facet, Float64Array>();

/** Mean features of the part of a signifier that is told second most, minus those of the part told most. */
export function moveOf(facet: Facet): Float64Array {
  const move = KNOWN.get(facet) ?? workedOut(facet);
  KNOWN.set(facet, move);
  return move;
}

function workedOut({ block, answers, features }: Facet): Float64Array {
  const { parts, partOf } = leaningsOfFacet(block);
  const { grid } = answers;
  const at = block === null ? Float64Array.of(0, 1) : grid.centres;
  const places = Math.max(2, parts.length);
  const counts = new Float64Array(places);
  const sums = new Float64Array(places * features.width);
  const binCounts = new Float64Array(grid.count);
  for (const bin of answers.of) if (bin < grid.count) binCounts[bin] = (binCounts[bin] ?? 0) + 1;
  binCounts.forEach((count, bin) => {
    const part = partOf(at, bin);
    counts[part] = (counts[part] ?? 0) + count;
    for (let k = 0; k < features.width; k += 1) {
      sums[part * features.width + k] =
        (sums[part * features.width + k] ?? 0) + count * (features.values[bin * features.width + k] ?? 0);
    }
  });
  const order = Array.from(counts.keys()).sort((p, q) => (counts[q] ?? 0) - (counts[p] ?? 0));
  const [most = 0, second = 1] = order;
  const mean = (part: number, k: number): number =>
    (sums[part * features.width + k] ?? 0) / Math.max(1, counts[part] ?? 0);
  return Float64Array.from({ length: features.width }, (_, k) => mean(second, k) - mean(most, k));
}
