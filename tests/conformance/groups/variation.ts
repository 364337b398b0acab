import { jointPoints } from '$lib/analysis/describe/joint-coordinates';
import { permanova, permanovaP } from '$lib/analysis/describe/permanova';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { NO_GROUP } from '$lib/analysis/representation/block';
import { numberAt } from '../figure';
import { under, type FigureGroup } from '../figure-group';
import type { Budget, ReferenceSet } from '../reference-set';
import { drawnP, exact, relative } from '../rule';

/** How much of all variation the locality accounts for, on complete cases. */
export const variation: FigureGroup = {
  name: 'PERMANOVA',
  owns: under('permanova'),
  compute(set, budget) {
    const points = jointPoints(set.stories.blocks);
    const groupOf = Uint16Array.from(points.rows, (row) => set.localities.of[row] ?? NO_GROUP);
    const found = permanova(points, groupOf);
    if (!found) return undefined;
    return {
      permanova: {
        n: found.n,
        F: found.f,
        R2: found.r2,
        SS_total: found.total,
        SS_group: found.between,
        ...(referenceDrawings(set) > 0 && {
          p_vegan: permanovaP(points, groupOf, drawingsOf(set, budget), seededRandom('conformance/permanova')),
        }),
      },
    };
  },
  rule(path, set, budget) {
    if (path.at(-1) === 'n') return exact;
    if (path.at(-1) === 'p_vegan') return drawnP(drawingsOf(set, budget), referenceDrawings(set));
    return relative(1e-8);
  },
};

function referenceDrawings({ reference }: ReferenceSet): number {
  return numberAt(reference, ['permanova', 'permutations']) ?? 0;
}

function drawingsOf(set: ReferenceSet, { mostDrawings }: Budget): number {
  return Math.min(mostDrawings, referenceDrawings(set));
}
