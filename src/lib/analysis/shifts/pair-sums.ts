import { BLOCK_STATE, NO_GROUP, type Block } from '../representation/block';
import { NO_BIN, type Binned } from './bins';
import { binDistances } from './distance';
import type { PairSums } from './energy';

/** Exact up to here: 12.5 million pairs take some tens of milliseconds; beyond, bins are as good (METHOD 2c). */
export const EXACT_UP_TO = 5_000;

/** Sums of distances between the answers of all groups, from every pair of stories. O(n²): for up to EXACT_UP_TO. */
export function exactPairSums(block: Block, of: Uint16Array, groups: number): PairSums {
  const rows = answeredByGroup(block, of, groups);
  const stories = Float64Array.from(rows, (members) => members.length);
  const sums = new Float64Array(groups * groups);
  const points = rows.map((members) => pointsOf(block, members));
  for (let g = 0; g < groups; g += 1) {
    for (let h = 0; h <= g; h += 1) {
      const sum = distanceSum(points[g] ?? EMPTY, points[h] ?? EMPTY, block.width);
      sums[g * groups + h] = sums[h * groups + g] = sum;
    }
  }
  return { groups, stories, sums };
}

/** The same from bins: cost of the bins squared, whatever the number of stories. */
export function binnedPairSums({ grid, of: bins }: Binned, of: Uint16Array, groups: number): PairSums {
  const { count } = grid;
  const counts = new Float64Array(groups * count);
  const stories = new Float64Array(groups);
  for (let i = 0; i < bins.length; i += 1) {
    const bin = bins[i] ?? NO_BIN;
    const group = of[i] ?? NO_GROUP;
    if (bin === NO_BIN || group >= groups) continue;
    counts[group * count + bin] = (counts[group * count + bin] ?? 0) + 1;
    stories[group] = (stories[group] ?? 0) + 1;
  }
  return { groups, stories, sums: quadraticForms(counts, binDistances(grid), groups, count) };
}

/** c_g' D c_h for all pairs of groups. */
function quadraticForms(counts: Float64Array, distances: Float64Array, groups: number, count: number): Float64Array {
  const sums = new Float64Array(groups * groups);
  const toAll = new Float64Array(count);
  for (let g = 0; g < groups; g += 1) {
    toAll.fill(0);
    for (let i = 0; i < count; i += 1) {
      const weight = counts[g * count + i] ?? 0;
      if (weight === 0) continue;
      for (let j = 0; j < count; j += 1) toAll[j] = (toAll[j] ?? 0) + weight * (distances[i * count + j] ?? 0);
    }
    for (let h = 0; h < groups; h += 1) {
      let sum = 0;
      for (let j = 0; j < count; j += 1) sum += (counts[h * count + j] ?? 0) * (toAll[j] ?? 0);
      sums[g * groups + h] = sum;
    }
  }
  return sums;
}

const EMPTY = new Float64Array(0);

function answeredByGroup(block: Block, of: Uint16Array, groups: number): number[][] {
  const rows = Array.from({ length: groups }, (): number[] => []);
  for (let i = 0; i < of.length; i += 1) {
    if (block.state[i] === BLOCK_STATE.answered) rows[of[i] ?? NO_GROUP]?.push(i);
  }
  return rows;
}

function pointsOf({ coordinates, width }: Block, rows: readonly number[]): Float64Array {
  const points = new Float64Array(rows.length * width);
  rows.forEach((row, i) => points.set(coordinates.subarray(row * width, (row + 1) * width), i * width));
  return points;
}

/** Over all ordered pairs of a row of `p` and a row of `q`; one and two coordinates have loops of their own for speed. */
function distanceSum(p: Float64Array, q: Float64Array, width: number): number {
  let total = 0;
  for (let i = 0; i < p.length; i += width) {
    // One row at a time: the partial sums stay of like size, and so does their rounding.
    let sum = 0;
    const x = p[i] ?? 0;
    if (width === 1) for (let j = 0; j < q.length; j += 1) sum += Math.abs(x - (q[j] ?? 0));
    else if (width === 2) {
      const y = p[i + 1] ?? 0;
      for (let j = 0; j < q.length; j += 2) sum += Math.sqrt((x - (q[j] ?? 0)) ** 2 + (y - (q[j + 1] ?? 0)) ** 2);
    } else for (let j = 0; j < q.length; j += width) sum += distance(p, i, q, j, width);
    total += sum;
  }
  return total;
}

function distance(p: Float64Array, i: number, q: Float64Array, j: number, width: number): number {
  let squared = 0;
  for (let k = 0; k < width; k += 1) squared += ((p[i + k] ?? 0) - (q[j + k] ?? 0)) ** 2;
  return Math.sqrt(squared);
}
