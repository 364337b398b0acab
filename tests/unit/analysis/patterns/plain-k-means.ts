import { emptyCentres, type Centres } from '$lib/analysis/patterns/centres';
import type { Embedding } from '$lib/analysis/patterns/embedding';

/** The definitions of METHOD 2b word by word, with no bound and no trick: what the fast code must agree with. */

/** Squared distance over the answered blocks, not rescaled. */
export function plainSquared(embedding: Embedding, row: number, centres: Centres, centre: number): number {
  const answered = embedding.combinations[embedding.combination[row] ?? 0];
  let sum = 0;
  embedding.blocks.forEach(({ offset, width }, block) => {
    if (answered?.[block] !== 1) return;
    for (let axis = offset; axis < offset + width; axis += 1) {
      const x = embedding.coordinates[row * embedding.width + axis] ?? Number.NaN;
      sum += (x - (centres.values[centre * centres.width + axis] ?? Number.NaN)) ** 2;
    }
  });
  return sum;
}

export function plainNearest(embedding: Embedding, centres: Centres): number[] {
  return Array.from({ length: embedding.rows }, (_, row) => {
    const all = Array.from({ length: centres.count }, (__, centre) => plainSquared(embedding, row, centres, centre));
    return all.indexOf(Math.min(...all));
  });
}

/** The mean of the answered, block by block; a block nobody answered keeps its place. */
export function plainMeans(embedding: Embedding, group: readonly number[], before: Centres): Centres {
  const means = emptyCentres(before.count, before.width);
  for (let centre = 0; centre < before.count; centre += 1) {
    embedding.blocks.forEach(({ offset, width }, block) => {
      const rows = group.flatMap((own, row) =>
        own === centre && embedding.combinations[embedding.combination[row] ?? 0]?.[block] === 1 ? [row] : [],
      );
      for (let axis = offset; axis < offset + width; axis += 1) {
        const sum = rows.reduce((s, row) => s + (embedding.coordinates[row * embedding.width + axis] ?? 0), 0);
        const at = centre * before.width + axis;
        means.values[at] = rows.length > 0 ? sum / rows.length : (before.values[at] ?? 0);
      }
    });
  }
  return means;
}
