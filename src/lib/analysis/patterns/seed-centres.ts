import type { SeededRandom } from '../random/seeded-random';
import { drawToFront } from '../random/shuffle';
import { overallMean } from './block-means';
import { emptyCentres, partialNorms, type Centres } from './centres';
import { rowsOf, type Embedding } from './embedding';
import { rescaling } from './nearest';

/** Rows that starts are drawn from: enough that no pattern of some size is missed, few enough to cost little. */
const SEEDING_ROWS = 4_000;

/**
 * Starting centres by k-means++ (Arthur and Vassilvitskii 2007): each further centre is a story drawn with chances
 * proportional to its squared (rescaled) distance from the centres so far. Of 2 + ln k drawn, the one that lowers the sum
 * most is taken (the greedy form of the same paper). What a chosen story did not answer starts at the mean of all.
 */
export function seedCentres(
  all: Embedding,
  count: number,
  random: SeededRandom,
  trials = 2 + Math.floor(Math.log(count)),
): Centres {
  const embedding = all.rows > SEEDING_ROWS ? rowsOf(all, drawnRows(all.rows, random)) : all;
  const centres = emptyCentres(count, embedding.width);
  const mean = overallMean(embedding);
  let nearestSoFar: Float64Array = new Float64Array(embedding.rows).fill(Infinity);
  for (let centre = 0; centre < count; centre += 1) {
    let best = { sum: Infinity, squared: nearestSoFar, at: mean };
    for (let trial = 0; trial < (centre === 0 ? 1 : trials); trial += 1) {
      const row = centre === 0 ? random.below(embedding.rows) : drawByWeight(nearestSoFar, random);
      const at = positionOf(embedding, row, mean);
      const squared = loweredBy(embedding, at, nearestSoFar);
      const sum = squared.reduce((total, value) => total + value, 0);
      if (sum < best.sum) best = { sum, squared, at };
    }
    centres.values.set(best.at.values, centre * embedding.width);
    nearestSoFar = best.squared;
  }
  return centres;
}

/** A story's place as a centre: its own coordinates, the mean of all where it did not answer. */
export function positionOf(embedding: Embedding, row: number, mean: Centres): Centres {
  const { width, blocks, coordinates } = embedding;
  const answered = embedding.combinations[embedding.combination[row] ?? 0];
  const place = emptyCentres(1, width);
  blocks.forEach((block, number) => {
    for (let axis = block.offset; axis < block.offset + block.width; axis += 1) {
      place.values[axis] = (answered?.[number] === 1 ? coordinates[row * width + axis] : mean.values[axis]) ?? 0;
    }
  });
  return place;
}

function drawnRows(rows: number, random: SeededRandom): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  drawToFront(order, SEEDING_ROWS, random);
  return order.slice(0, SEEDING_ROWS);
}

/** Squared rescaled distances to the nearest of the centres so far and this one. */
function loweredBy(embedding: Embedding, at: Centres, soFar: Float64Array): Float64Array {
  const { rows, width, coordinates, squares, combination } = embedding;
  const factors = rescaling(embedding);
  const norms = partialNorms(embedding, at);
  const lowered = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let dot = 0;
    for (let axis = 0; axis < width; axis += 1) dot += (coordinates[row * width + axis] ?? 0) * (at.values[axis] ?? 0);
    const kind = combination[row] ?? 0;
    const squared = Math.max(0, (squares[row] ?? 0) + (norms[kind] ?? 0) - 2 * dot) * (factors[kind] ?? 1);
    lowered[row] = Math.min(soFar[row] ?? Infinity, squared);
  }
  return lowered;
}

/** A row with chances proportional to its weight; any row where all weights are 0 (fewer different stories than centres). */
function drawByWeight(weights: Float64Array, random: SeededRandom): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return random.below(weights.length);
  let left = random.next() * total;
  for (let row = 0; row < weights.length; row += 1) {
    left -= weights[row] ?? 0;
    if (left < 0) return row;
  }
  return weights.length - 1;
}
