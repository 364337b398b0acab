import type { Clause } from '../../columns/clause';
import type { Dimension } from '../../columns/dimension';
import { ZONES } from '../../domain/signifier/zone';

/** The stories that gave one answer, as a filter of the wall; null where the wall has no such filter. */
export function answerClause({ kind, id }: Dimension, answer: string): Clause | null {
  const common = { source: id, dimension: id };
  if (kind === 'category' || kind === 'multiple') return { kind: 'options', ...common, options: [answer] };
  const zone = kind === 'triad' ? ZONES.find((each) => each === answer) : undefined;
  return zone ? { kind: 'zones', ...common, zones: [zone] } : null;
}
