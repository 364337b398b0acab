import { overallMean } from './block-means';
import type { Centres } from './centres';
import type { Embedding } from './embedding';
import { along, betweenSpread, spreadOf, traceOf, without } from './spread';
import { symmetricEigen } from './symmetric-eigen';

/** A flat picture of the stories' space. */
export interface MapLayout {
  /** Per row x, y in design-scaled units about the mean of all stories. */
  readonly stories: Float32Array;
  /** Per pattern x, y of its centre. */
  readonly centres: Float32Array;
  /** Share of the stories' variation along the two directions of the picture, in [0, 1]. */
  readonly storiesShown: number;
  /** Share of the variation between the centres (weighted by size) that the picture shows, in [0, 1]; null for fewer than two. */
  readonly centresShown: number | null;
}

/** Keeps the place of a story finite that answered only blocks which the two directions hardly touch. */
const RIDGE = 0.05;

/**
 * The map of patterns: the plane in which the pattern centres lie farthest apart (principal directions of the centres,
 * weighted by size), filled up by the stories' own principal directions where the centres need fewer than two (one or two
 * patterns). A plain projection: straight lines stay straight and one unit means the same everywhere.
 *
 * What it preserves: distances between centres up to `centresShown` (three patterns exactly); near on the map means placed
 * alike in these two directions. What it does not: stories near each other on the map can differ in all other directions,
 * `storiesShown` says how much of their variation is seen. No distance is invented, as t-SNE and UMAP do.
 *
 * A partial story stands at the least-squares place given what it answered, drawn a little to the middle; nothing is
 * filled in for it.
 *
 * @param sizes stories per pattern
 */
export function mapLayout(embedding: Embedding, centres: Centres, sizes: ArrayLike<number>): MapLayout {
  const mean = overallMean(embedding).values;
  const { width } = embedding;
  const spread = spreadOf(embedding, mean);
  const between = betweenSpread(centres, sizes);
  const byCentres = symmetricEigen(between, width).filter(({ value }) => value > 1e-9);
  const axes = byCentres.slice(0, 2).map(({ vector }) => vector);
  while (axes.length < Math.min(2, width)) {
    axes.push(symmetricEigen(without(spread, width, axes), width)[0]?.vector ?? new Float64Array(width));
  }
  const total = traceOf(spread, width);
  const apart = traceOf(between, width);
  return {
    stories: placesOf(embedding, mean, axes),
    centres: project(centres, mean, axes),
    storiesShown: total === 0 ? 0 : axes.reduce((sum, axis) => sum + along(spread, width, axis), 0) / total,
    centresShown: apart === 0 ? null : axes.reduce((sum, axis) => sum + along(between, width, axis), 0) / apart,
  };
}

function project({ count, width, values }: Centres, mean: Float64Array, axes: readonly Float64Array[]): Float32Array {
  const places = new Float32Array(count * 2);
  for (let centre = 0; centre < count; centre += 1) {
    axes.forEach((axis, at) => {
      let sum = 0;
      for (let p = 0; p < width; p += 1) sum += ((values[centre * width + p] ?? 0) - (mean[p] ?? 0)) * (axis[p] ?? 0);
      places[centre * 2 + at] = sum;
    });
  }
  return places;
}

function placesOf(embedding: Embedding, mean: Float64Array, axes: readonly Float64Array[]): Float32Array {
  const { rows, width, coordinates, combination } = embedding;
  const first = axes[0] ?? new Float64Array(width);
  const second = axes[1] ?? new Float64Array(width);
  const solvers = embedding.combinations.map((answered) => solverOf(embedding, answered, mean, [first, second]));
  const places = new Float32Array(rows * 2);
  for (let row = 0; row < rows; row += 1) {
    const solver = solvers[combination[row] ?? 0];
    if (!solver) continue;
    let u = -solver.middle[0];
    let v = -solver.middle[1];
    // What was not answered is 0 and adds nothing.
    for (let axis = 0; axis < width; axis += 1) {
      const value = coordinates[row * width + axis] ?? 0;
      u += value * (first[axis] ?? 0);
      v += value * (second[axis] ?? 0);
    }
    places[row * 2] = solver.a * u + solver.b * v;
    places[row * 2 + 1] = solver.b * u + solver.d * v;
  }
  return places;
}

/** Turns the sums over the answered blocks into a place: the inverse of the 2×2 normal matrix, a b / b d. */
interface Solver {
  readonly middle: readonly [number, number];
  readonly a: number;
  readonly b: number;
  readonly d: number;
}

type Pair = readonly [Float64Array, Float64Array];

function solverOf({ blocks }: Embedding, answered: Uint8Array, mean: Float64Array, [first, second]: Pair): Solver {
  let [p, q, r, u, v] = [0, 0, 0, 0, 0];
  blocks.forEach((axes, block) => {
    if (answered[block] !== 1) return;
    for (let axis = axes.offset; axis < axes.offset + axes.width; axis += 1) {
      const [x, y, m] = [first[axis] ?? 0, second[axis] ?? 0, mean[axis] ?? 0];
      p += x * x;
      q += x * y;
      r += y * y;
      u += m * x;
      v += m * y;
    }
  });
  // Complete stories are projected as they are: the directions are of length 1 and at right angles.
  const ridge = answered.includes(0) ? RIDGE : 0;
  const determinant = (p + ridge) * (r + ridge) - q * q;
  if (determinant <= 1e-12) return { middle: [u, v], a: p > 0 ? 1 / p : 0, b: 0, d: 0 };
  return { middle: [u, v], a: (r + ridge) / determinant, b: -q / determinant, d: (p + ridge) / determinant };
}
