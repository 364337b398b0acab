import type { DisclosurePolicy } from './policy';
import type { GuardedCell, Margin } from './table';

/** A cell of one table as the margin of another: a place in the table of places is a row in every table by place. */
export function marginOf(cell: GuardedCell | undefined, { roundTo }: Pick<DisclosurePolicy, 'roundTo'>): Margin {
  if (cell?.kind === 'new') return { published: true, atLeast: 0 };
  const atLeast = cell?.kind === 'kept' ? Math.max(0, cell.stories - Math.floor(roundTo / 2)) : 0;
  return { published: false, atLeast };
}
