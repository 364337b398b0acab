import type { Clause } from '../../columns/clause';
import type { Region } from '../../domain/programme/region';

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
