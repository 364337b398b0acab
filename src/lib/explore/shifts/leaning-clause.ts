import type { LeaningFact } from '../../analysis/shifts/evidence';
import type { Clause } from '../../columns/clause';
import type { Dimension } from '../../columns/dimension';
import { STONE_COLUMNS } from '../../domain/signifier/stones';

/** Fifths 1 and 2, 3, 4 and 5 of a slider; a cut belongs to the upper fifth. */
const END_SPANS = { first: [0, 0.399999], middle: [0.4, 0.599999], second: [0.6, 1] } as const;

/** The stories a leaning speaks of, as a filter of the wall; null where the wall has no such filter. */
export function leaningClause(
  { leaning, block }: Pick<LeaningFact, 'leaning' | 'block'>,
  dimension: Dimension,
): Clause | null {
  const common = { source: dimension.id, dimension: dimension.id };
  const part = block.slice(block.lastIndexOf('/') + 1);
  switch (leaning.kind) {
    case 'zone':
      return { kind: 'zones', ...common, zones: [leaning.zone] };
    case 'end': {
      const [from, to] = END_SPANS[leaning.end];
      return { kind: 'range', ...common, from, to };
    }
    case 'cell':
      return { kind: 'cells', ...common, stone: part, cells: [leaning.row * STONE_COLUMNS + leaning.column] };
    case 'ring':
      return { kind: 'cells', ...common, stone: part, cells: [leaning.ring] };
    case 'option': {
      const options = dimension.kind === 'category' || dimension.kind === 'multiple' ? dimension.options : [];
      const option = options[leaning.option];
      return option === undefined ? null : { kind: 'options', ...common, options: [option] };
    }
    case 'chosen':
      return { kind: 'options', ...common, options: [part] };
    case 'not_applicable':
      // Stones say "not in my story" one by one, which the wall cannot filter by.
      if (dimension.kind === 'stones') return null;
      return { kind: 'options', ...common, options: [], states: ['not_applicable'] };
  }
}
