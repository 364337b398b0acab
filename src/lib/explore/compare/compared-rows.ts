import { wilson, type ShareInterval } from '../../analysis/wilson';
import type { Dimension } from '../../columns/dimension';
import type { StoneTally, Tally } from '../../columns/kernel';
import { STONE_COLUMNS } from '../../domain/signifier/stones';

/** Shares of every group for one answer; null where fewer than `least` answered. */
export interface ComparedRow {
  readonly id: string;
  readonly shares: readonly (ShareInterval | null)[];
}

/** Options of a choice: each as a share of those who answered. */
export function optionRows(ids: readonly string[], tallies: readonly Tally[], least: number): ComparedRow[] {
  return ids
    .map((id, index) => ({
      id,
      shares: tallies.map((tally) => shareOf(tally.counts[index] ?? 0, tally.states.answered, least)),
      any: tallies.some((tally) => (tally.counts[index] ?? 0) > 0),
    }))
    .filter(({ any }) => any)
    .map(({ id, shares }) => ({ id, shares }));
}

/**
 * Stones: of the stories that placed one, the share that put it towards the second label (on axes) or near the middle
 * (on rings).
 */
export function stoneRows(
  { stones, canvas }: Extract<Dimension, { kind: 'stones' }>,
  tallies: readonly Tally[],
  least: number,
): ComparedRow[] {
  return stones.map((id) => ({
    id,
    shares: tallies.map((tally) => {
      const stone = tally.stones.find((candidate) => candidate.stone === id);
      return stone === undefined ? null : shareOf(towards(stone, canvas), stone.placed, least);
    }),
  }));
}

function towards({ cells }: StoneTally, canvas: 'axes' | 'rings'): number {
  if (canvas === 'rings') return cells[0] ?? 0;
  return cells.reduce((sum, count, cell) => sum + (cell % STONE_COLUMNS >= STONE_COLUMNS / 2 ? count : 0), 0);
}

function shareOf(hits: number, n: number, least: number): ShareInterval | null {
  return n < least ? null : wilson(hits, n);
}

/** "Does not fit" among those who were asked and said something: an answer, so it is compared like one. */
export function misfitShare({ states }: Tally, least: number): ShareInterval | null {
  return shareOf(states.notApplicable, states.answered + states.notApplicable, least);
}
