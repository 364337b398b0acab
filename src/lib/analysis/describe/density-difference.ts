import { addKernel, massPreservingDensity, NODE_COUNT } from './kernel-density';
import { placesOf, type Places } from './places';
import type { Relabelling } from './relabelling';

/** Fewer stories on either side and the zone counts are shown instead (METHOD 2d). */
export const FEWEST_FOR_DIFFERENCE = 50;
const DRAWINGS = 999;

export interface DensityDifference {
  readonly n: number;
  readonly nRest: number;
  /** Density of the group less that of the rest at each node; sums to 0. */
  readonly values: Float64Array;
  /** Only nodes beyond this, up or down, are coloured: 95 of 100 chance pictures stay within it everywhere. */
  readonly threshold: number;
}

/**
 * Where a group's answers on a triad are denser or thinner than the rest's, with the 95 % quantile of the largest absolute
 * difference under `relabel`: the largest over all nodes, so that 231 looks are paid for. The picture looked at counts
 * as one of the drawings. Above MOST_EXACT points they move to a fine grid first (both picture and chance alike; the largest
 * differences of 20,000 stories moved by about 1 in 80).
 *
 * @param inGroup 1 or 0 per point
 * @returns null below FEWEST_FOR_DIFFERENCE on either side
 */
export function densityDifference(
  xs: Float64Array,
  ys: Float64Array,
  inGroup: Uint8Array,
  relabel: Relabelling,
  drawings = DRAWINGS,
): DensityDifference | null {
  const n = membersOf(inGroup);
  const nRest = xs.length - n;
  if (n < FEWEST_FOR_DIFFERENCE || nRest < FEWEST_FOR_DIFFERENCE) return null;
  const subtract = differenceOver(placesOf(xs, ys));
  const largest = new Float64Array(drawings + 1);
  const drawn = new Uint8Array(inGroup.length);
  for (let drawing = 0; drawing < drawings; drawing += 1) {
    relabel(drawn);
    largest[drawing] = maxAbs(subtract(drawn));
  }
  const values = subtract(inGroup).slice();
  largest[drawings] = maxAbs(values);
  largest.sort();
  return { n, nRest, values, threshold: largest[Math.ceil(0.95 * (drawings + 1)) - 1] ?? Infinity };
}

/** The density of the group less that of the rest at each node, exact for any n, without limits or chance. Both sides need a story. */
export function subtractDensities(xs: Float64Array, ys: Float64Array, inGroup: Uint8Array): Float64Array {
  const side = (member: number): Float64Array => {
    const of = (_: number, i: number): boolean => inGroup[i] === member;
    return massPreservingDensity(xs.filter(of), ys.filter(of));
  };
  const rest = side(0);
  return side(1).map((value, node) => value - (rest[node] ?? 0));
}

/** One buffer serves every call. The group's size may change from drawing to drawing: gatherings differ in size. */
function differenceOver({ xs, ys, of }: Places): (inGroup: Uint8Array) => Float64Array {
  const kernels = new Float64Array(xs.length * NODE_COUNT);
  xs.forEach((x, place) => {
    addKernel(x, ys[place] ?? 0, 1, kernels.subarray(place * NODE_COUNT, (place + 1) * NODE_COUNT));
  });
  const weights = new Float64Array(xs.length);
  const values = new Float64Array(NODE_COUNT);
  return (inGroup) => {
    const n = membersOf(inGroup);
    const up = 1 / n;
    const down = -1 / (of.length - n);
    weights.fill(0);
    values.fill(0);
    // Indices are within the arrays by construction; a test for undefined here would cost half the speed.
    for (let i = 0; i < of.length; i += 1) weights[of[i] as number]! += inGroup[i] === 1 ? up : down; // oxlint-disable-line typescript/no-non-null-assertion -- see above
    for (let place = 0; place < weights.length; place += 1) {
      const weight = weights[place] as number; // as above
      if (weight === 0) continue;
      const from = place * NODE_COUNT;
      for (let node = 0; node < NODE_COUNT; node += 1) values[node]! += weight * (kernels[from + node] as number); // oxlint-disable-line typescript/no-non-null-assertion -- as above
    }
    return values;
  };
}

function membersOf(inGroup: Uint8Array): number {
  return inGroup.reduce((sum, one) => sum + one, 0);
}

function maxAbs(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
