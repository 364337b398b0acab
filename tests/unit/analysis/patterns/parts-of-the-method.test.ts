import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRand } from '$lib/analysis/patterns/adjusted-rand';
import { answerParts } from '$lib/analysis/patterns/answer-parts';
import { betweenPatterns, simplifiedSilhouette } from '$lib/analysis/patterns/between';
import { emptyCentres } from '$lib/analysis/patterns/centres';
import { embeddingOf } from '$lib/analysis/patterns/embedding';
import { fitPatterns, FIT_ROWS, kMeans } from '$lib/analysis/patterns/k-means';
import { leastAssignment } from '$lib/analysis/patterns/least-assignment';
import { mapLayout } from '$lib/analysis/patterns/map-layout';
import { nearest } from '$lib/analysis/patterns/nearest';
import { shuffleSignifiers } from '$lib/analysis/patterns/shuffle-signifiers';
import { stabilityOf } from '$lib/analysis/patterns/stability';
import { symmetricEigen } from '$lib/analysis/patterns/symmetric-eigen';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { plantedStories } from './planted-stories';
import { embeddingArbitrary, SCATTERED, scatteredStories } from './stories-arbitrary';

describe('the least assignment', { timeout: 60_000 }, () => {
  const costs = fc
    .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
    .chain(({ rows, columns }) =>
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  it('costs as little as the best of all orders, each row and column paired once', () => {
    fc.assert(
      fc.property(costs, (table) => {
        const pairs = leastAssignment(table);
        expect(pairs).toHaveLength(Math.min(table.length, table[0]?.length ?? 0));
        expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
        const sum = pairs.reduce((total, [row, column]) => total + (table[row]?.[column] ?? 0), 0);
        expect(sum).toBe(bestOfAll(table));
      }),
    );
  });
});

function bestOfAll(table: readonly (readonly number[])[]): number {
  const columns = table[0]?.length ?? 0;
  const turned = Array.from({ length: columns }, (_, column) => table.map((row) => row[column] ?? 0));
  const wide = table.length <= columns ? table : turned;
  const from = (row: number, taken: ReadonlySet<number>): number => {
    if (row === wide.length) return 0;
    const costs = wide[row] ?? [];
    return Math.min(
      ...costs.map((cost, at) => (taken.has(at) ? Infinity : cost + from(row + 1, new Set([...taken, at])))),
    );
  };
  return from(0, new Set());
}

describe('the adjusted Rand index', { timeout: 60_000 }, () => {
  const partition = fc.uint8Array({ minLength: 20, maxLength: 20, max: 3 });

  it('is 1 for the same groups under other names, and symmetric', () => {
    fc.assert(
      fc.property(partition, partition, (one, other) => {
        expect(
          adjustedRand(
            one,
            one.map((group) => 3 - group),
          ),
        ).toBe(1);
        expect(adjustedRand(one, other)).toBeCloseTo(adjustedRand(other, one), 12);
      }),
    );
  });

  it('has the published value (Hubert and Arabie 1985, by hand from the contingency table 1 1 0 / 1 2 1 / 0 0 4)', () => {
    const one = Uint8Array.of(0, 0, 1, 1, 1, 1, 2, 2, 2, 2);
    const other = Uint8Array.of(0, 1, 0, 1, 1, 2, 2, 2, 2, 2);
    expect(adjustedRand(one, other)).toBeCloseTo((7 - (13 * 14) / 45) / (13.5 - (13 * 14) / 45), 12);
  });
});

describe('shuffling each signifier', { timeout: 60_000 }, () => {
  it('keeps who answered what, and every signifier its own answers', () => {
    fc.assert(
      fc.property(embeddingArbitrary, fc.string(), (embedding, seed) => {
        const dealt = shuffleSignifiers(embedding, seededRandom(seed));
        expect(dealt.combination).toBe(embedding.combination);
        embedding.blocks.forEach(({ offset, width }, block) => {
          const answers = (from: Float64Array): string[] =>
            Array.from({ length: embedding.rows }, (_, row) => row)
              .filter((row) => embedding.combinations[embedding.combination[row] ?? 0]?.[block] === 1)
              .map((row) => from.slice(row * embedding.width + offset, row * embedding.width + offset + width).join())
              .sort();
          expect(answers(dealt.coordinates)).toEqual(answers(embedding.coordinates));
        });
      }),
      { numRuns: 50 },
    );
  });

  it('deals the blocks of one signifier together', () => {
    const set = scatteredStories(60, 'one signifier', 0);
    const blocks = set.blocks.map((block) => ({ ...block, signifier: 'one' }));
    const embedding = embeddingOf({ ...set, blocks }, ['one']);
    const rowsOf = (coordinates: Float64Array): string[] =>
      Array.from({ length: 60 }, (_, row) => coordinates.slice(row * 9, (row + 1) * 9).join()).sort();
    const dealt = shuffleSignifiers(embedding, seededRandom('deal'));
    expect(rowsOf(dealt.coordinates)).toEqual(rowsOf(embedding.coordinates));
    expect(dealt.coordinates).not.toEqual(embedding.coordinates);
  });
});

describe('a fit of more stories than the sample', { timeout: 60_000 }, () => {
  it('is nearly as tight as starts on all of them', { timeout: 60_000 }, () => {
    const { set } = plantedStories(FIT_ROWS + 5_000, 4, 'many');
    const embedding = embeddingOf(set, SCATTERED);
    expect(embedding.rows).toBeGreaterThan(FIT_ROWS);
    const options = { count: 4, restarts: 5, random: seededRandom('many') };
    expect(fitPatterns(embedding, options).within / kMeans(embedding, options).within).toBeLessThan(1.001);
  });
});

describe('between patterns', { timeout: 60_000 }, () => {
  it.each([
    [0, 1, 1, 0],
    [0.8, 1, 0.2, 0],
    [0.81, 1, 0.19, 1],
    [1, 1, 0, 1],
    [0, 0, 0, 1],
    [1, Infinity, 1, 0],
  ])('a story %f from its pattern and %f from the next has silhouette %f', (distance, next, silhouette, between) => {
    expect(simplifiedSilhouette(distance, next)).toBeCloseTo(silhouette, 12);
    const near = {
      centre: Uint8Array.of(0),
      next: Uint8Array.of(1),
      distance: Float64Array.of(distance),
      nextDistance: Float64Array.of(next),
      within: 0,
    };
    expect(betweenPatterns(near)[0]).toBe(between);
  });
});

describe('stability in words', { timeout: 60_000 }, () => {
  it.each([
    [1, 'stable'],
    [0.85, 'stable'],
    [0.849, 'fairly_stable'],
    [0.75, 'fairly_stable'],
    [0.749, 'tentative'],
    [0.6, 'tentative'],
    [0.599, 'not_shown'],
  ])('calls a mean Jaccard similarity of %f %s', (jaccard, word) => {
    expect(stabilityOf(jaccard)).toBe(word);
  });
});

describe('the parts of an answer', { timeout: 60_000 }, () => {
  it.each([
    ['triad', 2, [0, 0], 'A'],
    ['triad', 2, [0.5, 0], 'AB'],
    ['slider', 1, [0.19], '1'],
    ['slider', 1, [1], '5'],
    ['stone', 2, [0.1, 0.6], 'left_high'],
    ['ring', 1, [0.2], 'inner'],
    ['ring', 1, [1], 'outer'],
    ['choice', 3, [0, 0.3, 0], '1'],
    ['option', 1, [0], 'not_chosen'],
  ] as const)('puts a %s of %i coordinates at %j into %s', (kind, width, at, part) => {
    const parts = answerParts(kind, width);
    expect(parts.names[parts.partAt(Float64Array.of(9, ...at), 1)]).toBe(part);
  });
});

describe('eigenvectors', { timeout: 60_000 }, () => {
  it('rebuild the matrix they came from', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (seed, size) => {
        const random = seededRandom(seed);
        const matrix = new Float64Array(size * size);
        for (let p = 0; p < size; p += 1) {
          for (let q = p; q < size; q += 1) matrix[p * size + q] = matrix[q * size + p] = random.normal();
        }
        const pairs = symmetricEigen(matrix, size);
        matrix.forEach((value, at) => {
          const [p, q] = [Math.floor(at / size), at % size];
          const rebuilt = pairs.reduce((sum, one) => sum + one.value * (one.vector[p] ?? 0) * (one.vector[q] ?? 0), 0);
          expect(rebuilt).toBeCloseTo(value, 9);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe('the map of patterns', { timeout: 60_000 }, () => {
  const embedding = embeddingOf(plantedStories(300, 3, 'map', 0).set, SCATTERED);
  const fit = kMeans(embedding, { count: 3, restarts: 10, random: seededRandom('map') });
  const sizes = [0, 1, 2].map((pattern) => fit.centre.filter((own) => own === pattern).length);
  const map = mapLayout(embedding, fit.centres, sizes);

  it('shows the distances of three patterns exactly', () => {
    expect(map.centresShown).toBeCloseTo(1, 9);
    const { width, values } = fit.centres;
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      let squared = 0;
      for (let axis = 0; axis < width; axis += 1) {
        squared += ((values[p * width + axis] ?? 0) - (values[q * width + axis] ?? 0)) ** 2;
      }
      const at = (centre: number, axis: number): number => map.centres[centre * 2 + axis] ?? 0;
      expect(Math.hypot(at(p, 0) - at(q, 0), at(p, 1) - at(q, 1))).toBeCloseTo(Math.sqrt(squared), 5);
    }
  });

  it('puts the centre of a pattern in the middle of its complete stories', () => {
    for (let pattern = 0; pattern < 3; pattern += 1) {
      for (const axis of [0, 1]) {
        let sum = 0;
        fit.centre.forEach((own, row) => (sum += own === pattern ? (map.stories[row * 2 + axis] ?? 0) : 0));
        expect(sum / (sizes[pattern] ?? 1)).toBeCloseTo(map.centres[pattern * 2 + axis] ?? 9, 5);
      }
    }
  });

  it('puts a partial story near where its whole would stand', () => {
    const partial = embeddingOf(plantedStories(300, 3, 'map', 0.2).set, SCATTERED);
    const near = nearest(partial, fit.centres);
    const { stories } = mapLayout(partial, fit.centres, sizes);
    expect(stories.every(Number.isFinite)).toBe(true);
    expect(stories).toHaveLength(2 * near.centre.length);
  });

  it('shows the stories own two main directions where there are no patterns, and says how much that is', () => {
    const { storiesShown, centresShown } = mapLayout(embedding, emptyCentres(0, embedding.width), []);
    expect(centresShown).toBeNull();
    expect(storiesShown).toBeGreaterThanOrEqual(map.storiesShown);
    expect(storiesShown).toBeLessThanOrEqual(1);
  });
});
