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

/** Filters of the view with others put in the place of those of the same source. */
export function withClauses(clauses: readonly Clause[], own: readonly Clause[]): Clause[] {
  const sources = new Set(own.map(({ source }) => source));
  return [...clauses.filter(({ source }) => !sources.has(source)), ...own];
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
