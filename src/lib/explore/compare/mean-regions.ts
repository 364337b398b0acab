import { clusterMeanRegion } from '../../analysis/describe/cluster-mean-region';
import { seededRandom } from '../../analysis/random/seeded-random';
import { BLOCK_STATE, type Block } from '../../analysis/representation/block';

/** The mean of a group's placements on a triad's plane, and the ellipse that holds it with 95 % confidence. */
export interface DrawnMean {
  readonly mean: readonly [number, number];
  /** In sides of the triangle, the longer one first. */
  readonly semiAxes: readonly [number, number];
  /** Direction of the longer one in degrees. */
  readonly angle: number;
}

/** From so many answers on a mean is drawn (METHOD 2d). */
const LEAST_ANSWERS = 30;

/** @returns null under 30 answers or 10 sessions: then the zones speak alone */
export function meanOf(block: Block, cluster: Uint32Array, member: Uint8Array): DrawnMean | null {
  const rows = Uint32Array.from(member.keys()).filter(
    (row) => member[row] === 1 && block.state[row] === BLOCK_STATE.answered,
  );
  if (rows.length < LEAST_ANSWERS) return null;
  const along = (axis: 0 | 1): Float64Array => Float64Array.from(rows, (row) => block.coordinates[2 * row + axis] ?? 0);
  const clusters = Uint32Array.from(rows, (row) => cluster[row] ?? 0);
  const region = clusterMeanRegion(along(0), along(1), clusters, seededRandom(`compare/${block.id}`));
  return region && { mean: region.mean, semiAxes: region.semiAxes, angle: region.angle };
}
