import { codedColumn } from '../../columns/bins';
import { COLUMN } from '../../columns/column-names';
import type { Snapshot } from '../../columns/snapshot';
import type { AreaScheme } from '../../domain/programme/area-scheme';
import type { Partition } from './partition';

/** The areas of the scheme, and one line for everywhere else: outside, the whole city, not said. */
export function placePartition(snapshot: Snapshot, scheme: AreaScheme): Partition {
  const column = codedColumn(snapshot, COLUMN.place(scheme.id));
  const known = snapshot.head.schemes.find(({ id }) => id === scheme.id)?.areas ?? [];
  const line = new Map(scheme.areas.map(({ id }, index) => [id, index]));
  return {
    about: { id: '_place', kind: 'place', title: scheme.name, stem: null, labels: [] },
    lines: [...scheme.areas.map(({ id, name }) => ({ id, name })), { id: 'elsewhere', name: null }],
    lineOf: Array.from(column, (code) => line.get(known[code] ?? '') ?? scheme.areas.length),
    closed: false,
  };
}
