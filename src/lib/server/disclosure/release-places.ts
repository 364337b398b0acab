import { tableRefusal } from '../../analysis/disclosure/table-refusal';
import type { Snapshot } from '../../columns/snapshot';
import type { Programme } from '../../domain/programme/programme';
import type { Release, ReleasedTable } from '../../protocol/release';
import { placePartition } from './place-partition';
import { definitionOf, schemeToRelease } from './released-scheme';
import type { Partition } from './partition';
import type { ReleaseTables } from './release-tables';

export interface ReleasedPlaces {
  readonly words: NonNullable<Release['places']>;
  readonly partition: Partition;
  readonly table: ReleasedTable;
}

/**
 * The places of a release. Null where the programme has no settled scheme, where another scheme was released before, or
 * where this one was redrawn since: old and new figures side by side would tell of the piece that changed hands.
 */
export function releasePlaces(
  programme: Programme,
  snapshot: Snapshot,
  before: { readonly scheme: string; readonly definition: string } | null,
  tables: ReleaseTables,
): ReleasedPlaces | null {
  const scheme = schemeToRelease(programme.areaSchemes);
  if (scheme === null) return null;
  const schemes = new Set(before === null ? [] : [before.scheme]);
  if (tableRefusal([{ kind: 'place', scheme: scheme.id }], schemes) !== null) return null;
  const definition = definitionOf(scheme, programme.areaSchemes);
  if (before !== null && before.definition !== definition) return null;
  const partition = placePartition(snapshot, scheme);
  return {
    words: { scheme: scheme.id, name: scheme.name, definition, areas: [...partition.lines] },
    partition,
    table: tables.places(partition),
  };
}
