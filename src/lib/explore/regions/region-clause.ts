import type { Clause } from '../../columns/clause';
import type { DrawnShape, Region } from '../../domain/programme/region';

/** A region as a filter: the wall and the measuring count by one and the same rule. */
export function regionClause(
  { signifier, stone, shape }: Pick<Region, 'signifier' | 'stone' | 'shape'>,
  source = signifier,
): Clause {
  const common = { source, dimension: signifier };
  switch (shape.kind) {
    case 'loop':
      return { kind: 'polygon', ...common, ...(stone !== undefined && { stone }), points: shape.points };
    case 'span':
      return { kind: 'range', ...common, from: shape.from, to: shape.to };
    case 'zones':
      return { kind: 'zones', ...common, zones: shape.zones };
    case 'cells':
      return { kind: 'cells', ...common, stone: stone ?? '', cells: shape.cells };
  }
}

/**
 * The stories of a view that lie in a region, and in a period or a place of it. A period or place is part of what the view
 * already says of months or places and takes its place; a filter on the region's own question holds beside it.
 */
export function insideClauses(
  clauses: readonly Clause[],
  region: Pick<Region, 'signifier' | 'stone' | 'shape'>,
  part: readonly Clause[] = [],
): Clause[] {
  const taken = clauses.some(({ source }) => source === region.signifier);
  const narrowed = new Set(part.map(({ source }) => source));
  const inside = regionClause(region, taken ? `${region.signifier}.region` : region.signifier);
  return [...clauses.filter(({ source }) => !narrowed.has(source)), inside, ...part];
}

/** What was drawn on the wall, as a region; null for filters that draw nothing. How a story did not answer is left out. */
export function drawnOf(clause: Clause): { readonly stone: string | null; readonly shape: DrawnShape } | null {
  switch (clause.kind) {
    case 'polygon':
      return { stone: clause.stone ?? null, shape: { kind: 'loop', points: clause.points } };
    case 'zones':
      return clause.zones.length === 0 ? null : { stone: null, shape: { kind: 'zones', zones: clause.zones } };
    case 'cells':
      return { stone: clause.stone, shape: { kind: 'cells', cells: clause.cells } };
    case 'range':
      return { stone: null, shape: { kind: 'span', from: clause.from, to: clause.to } };
    case 'options':
    case 'months':
      return null;
  }
}
