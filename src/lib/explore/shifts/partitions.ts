import type { Snapshot } from '../../columns/snapshot';
import { DIMENSION, type Dimension } from '../../columns/dimension';
import { groupingOf } from '../../columns/grouping';
import { NO_GROUP } from '../../analysis/representation/block';
import { LEAST_STORIES } from '../../analysis/shifts/family';

/** A way to part the stories. */
export interface Partition {
  /** The dimension's id. */
  readonly by: string;
  readonly name: string;
  /**
   * Places and who told it are tested in every programme, whoever looks: a family of tests fixed beforehand. Any other
   * question is picked here, so what it shows is for exploring.
   */
  readonly fixed: boolean;
}

interface Named {
  readonly schemes: readonly { readonly id: string; readonly name: string }[];
  readonly audience: string;
  readonly title: (dimension: Dimension) => string;
}

/** Every list of one answer that has at least two groups of enough stories. */
export function partitionsOf(
  snapshot: Snapshot,
  dimensions: readonly Dimension[],
  { schemes, audience, title }: Named,
): readonly Partition[] {
  const fixed = [
    ...schemes.map(({ id, name }) => ({ by: DIMENSION.place(id), name, fixed: true })),
    { by: DIMENSION.audience, name: audience, fixed: true },
  ];
  const others = dimensions.flatMap((dimension): Partition[] => {
    const known = fixed.some(({ by }) => by === dimension.id) || dimension.id.startsWith(DIMENSION.place(''));
    if (known || dimension.id === DIMENSION.readable || !partsEnough(snapshot, dimension)) return [];
    return [{ by: dimension.id, name: title(dimension), fixed: false }];
  });
  return [...fixed, ...others];
}

function partsEnough(snapshot: Snapshot, dimension: Dimension): boolean {
  const grouping = groupingOf(snapshot, dimension);
  if (grouping === null) return false;
  const counts = new Float64Array(grouping.groups.length);
  for (const group of grouping.of) if (group !== NO_GROUP) counts[group] = (counts[group] ?? 0) + 1;
  return counts.filter((count) => count >= LEAST_STORIES).length > 1;
}
