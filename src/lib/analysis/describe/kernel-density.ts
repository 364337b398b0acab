import { TRIANGLE_HEIGHT } from '../../domain/signifier/triad';

/** Nodes along a side of the triangle less one: 231 nodes. */
export const DENSITY_PARTS = 20;
/** The kernel's width in sides of the triangle; the same for every group, never taken from the stories (METHOD 2c). */
export const BANDWIDTH = 0.06;

/** Nodes of the triangle's grid in the plane: a = i/20 outer, b = j/20 inner, both from 0. */
export const DENSITY_NODES: readonly (readonly [x: number, y: number])[] = nodes();
export const NODE_COUNT = DENSITY_NODES.length;

/**
 * Adds `weight` times one story's kernel to `into` (NODE_COUNT values): Gaussian weights exp(-d²/2h²) at the nodes, made to sum
 * to 1 inside the triangle, so that a story in a corner counts as much as one in the middle and nothing leaks out.
 */
export function addKernel(x: number, y: number, weight: number, into: Float64Array): void {
  const kernel = scratch;
  let sum = 0;
  for (let node = 0; node < NODE_COUNT; node += 1) {
    const dx = (NODE_XY[2 * node] as number) - x; // within the array by construction
    const dy = (NODE_XY[2 * node + 1] as number) - y; // as above
    const value = Math.exp((dx * dx + dy * dy) * FALL);
    kernel[node] = value;
    sum += value;
  }
  const share = weight / sum;
  for (let node = 0; node < NODE_COUNT; node += 1) into[node]! += (kernel[node] as number) * share; // oxlint-disable-line typescript/no-non-null-assertion -- as above
}

/** Mean of the stories' kernels: sums to 1 over the nodes; all NaN for no stories. */
export function massPreservingDensity(xs: ArrayLike<number>, ys: ArrayLike<number>): Float64Array {
  const density = new Float64Array(NODE_COUNT);
  if (xs.length === 0) return density.fill(Number.NaN);
  for (let i = 0; i < xs.length; i += 1) addKernel(xs[i] ?? 0, ys[i] ?? 0, 1 / xs.length, density);
  return density;
}

const FALL = -1 / (2 * BANDWIDTH * BANDWIDTH);
const NODE_XY = Float64Array.from(DENSITY_NODES.flat());
const scratch = new Float64Array(NODE_COUNT);

function nodes(): (readonly [number, number])[] {
  const at: (readonly [number, number])[] = [];
  for (let i = 0; i <= DENSITY_PARTS; i += 1) {
    for (let j = 0; j <= DENSITY_PARTS - i; j += 1) {
      const c = (DENSITY_PARTS - i - j) / DENSITY_PARTS;
      at.push([j / DENSITY_PARTS + c / 2, c * TRIANGLE_HEIGHT]);
    }
  }
  return at;
}
