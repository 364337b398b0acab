import type { BlockKind } from '$lib/analysis/representation/block';
import { seededRandom, type SeededRandom } from '$lib/analysis/random/seeded-random';
import { oneHotScale, STONE_SCALE } from '$lib/analysis/representation/design-scale';
import { squaresOf, type Embedding } from '$lib/analysis/patterns/embedding';
import { fromPlane, toPlane } from '$lib/domain/signifier/triad';
import { planePoint } from '$lib/domain/signifier/spaces';
import { locusOf, ZONES } from '$lib/domain/signifier/zone';

/** 14 coordinates: three triads, two sliders, a stone, a choice of four. */
const SHAPE: readonly (readonly [kind: BlockKind, width: number])[] = [
  ['triad', 2],
  ['triad', 2],
  ['triad', 2],
  ['slider', 1],
  ['slider', 1],
  ['stone', 2],
  ['choice', 4],
];
export const WIDTH = SHAPE.reduce((sum, [, width]) => sum + width, 0);
export const PLANTED = 8;
const NOISE = 0.1;
const SNAPPED = 0.2;

/** Synthetic complete stories of PLANTED patterns with noise and exact taps, design-scaled, row by row. */
export function plantedPoints(rows: number, seed: string): Float64Array {
  const random = seededRandom(`bench/cluster/${seed}`);
  const patterns = Array.from({ length: PLANTED }, () => SHAPE.map(([kind]) => homeOf(kind, random)));
  const weights = Array.from({ length: PLANTED }, () => 0.5 + random.next());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const points = new Float64Array(rows * WIDTH);
  for (let row = 0, at = 0; row < rows; row += 1) {
    const noise = random.next() < NOISE;
    const pattern = patterns[drawn(weights, total, random)] ?? [];
    SHAPE.forEach(([kind, width], signifier) => {
      const home = noise ? homeOf(kind, random) : (pattern[signifier] ?? []);
      points.set(answer(kind, home, random), at);
      at += width;
    });
  }
  return points;
}

/** The same points as the analysis takes them: every story complete. */
export function embeddingOfPoints(coordinates: Float64Array): Embedding {
  const rows = coordinates.length / WIDTH;
  const story = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) story[row] = row;
  let offset = 0;
  const blocks = SHAPE.map(([kind, width], number) => {
    const axes = { id: `${kind}.${number}`, signifier: `${kind}.${number}`, kind, offset, width };
    offset += width;
    return axes;
  });
  return {
    rows,
    width: WIDTH,
    blocks,
    coordinates,
    squares: squaresOf(coordinates, WIDTH),
    combination: new Uint32Array(rows),
    combinations: [new Uint8Array(blocks.length).fill(1)],
    answeredBlocks: Float64Array.of(blocks.length),
    story,
  };
}

/** Where a pattern's answers to one signifier gather. */
function homeOf(kind: BlockKind, random: SeededRandom): readonly number[] {
  switch (kind) {
    case 'triad': {
      const { x, y } = toPlane(locusOf(ZONES[random.below(ZONES.length)] ?? 'centre'));
      return [x, y];
    }
    case 'slider':
    case 'ring':
    case 'option':
      return [0.1 + 0.8 * random.next()];
    case 'stone':
      return [0.1 + 0.8 * random.next(), 0.1 + 0.8 * random.next()];
    case 'choice':
      return [random.below(4)];
  }
}

function answer(kind: BlockKind, home: readonly number[], random: SeededRandom): readonly number[] {
  const spread = random.next() < SNAPPED ? 0 : 0.12;
  const [x = 0, y = 0] = home.map((at) => at + spread * random.normal());
  switch (kind) {
    case 'triad': {
      const inside = toPlane(fromPlane(planePoint(x, y)));
      return [inside.x, inside.y];
    }
    case 'slider':
    case 'ring':
    case 'option':
      return [unit(x)];
    case 'stone':
      return [unit(x) * STONE_SCALE, unit(y) * STONE_SCALE];
    case 'choice': {
      const option = random.next() < 0.6 ? home[0] : random.below(4);
      return [0, 1, 2, 3].map((one) => (one === option ? oneHotScale(4) : 0));
    }
  }
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function drawn(weights: readonly number[], total: number, random: SeededRandom): number {
  let left = random.next() * total;
  return Math.max(
    0,
    weights.findIndex((weight) => (left -= weight) < 0),
  );
}
