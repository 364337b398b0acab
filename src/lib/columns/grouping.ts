import { NO_GROUP, type Grouping } from '../analysis/representation/block';
import { categoryColumn, codedColumn } from './bins';
import { GAP_CODES } from './codes';
import type { Dimension } from './dimension';
import type { Snapshot } from './snapshot';

/**
 * A category dimension as a partition of stories. Of a place only the scheme's areas are groups: "the whole city" and
 * "rather not say" are answers, not localities.
 *
 * @returns null for a dimension that is not one of a list.
 */
export function groupingOf(snapshot: Snapshot, dimension: Dimension): Grouping | null {
  if (dimension.kind !== 'category') return null;
  const column = codedColumn(snapshot, categoryColumn(dimension.id));
  const top = column instanceof Uint8Array ? 255 : 65_535;
  const groups = dimension.options.slice(0, dimension.options.length - othersOf(snapshot, dimension.id));
  const of = Uint16Array.from(column, (value) =>
    top - value < GAP_CODES || value >= groups.length ? NO_GROUP : value,
  );
  return { id: dimension.id, groups, of };
}

function othersOf(snapshot: Snapshot, dimensionId: string): number {
  return snapshot.head.schemes.find((scheme) => `_place.${scheme.id}` === dimensionId)?.others ?? 0;
}
