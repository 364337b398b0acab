import { RING_COUNT } from '../../domain/signifier/stones';
import { stepOf } from '../../domain/signifier/slider';
import { ZONES } from '../../domain/signifier/zone';
import { nearestZone } from '../describe/nearest-zone';
import type { BlockKind } from '../representation/block';
import { STONE_SCALE } from '../representation/design-scale';

const STEPS = ['1', '2', '3', '4', '5'] as const;
const QUARTERS = ['left_low', 'right_low', 'left_high', 'right_high'] as const;
const RINGS = ['inner', 'middle', 'outer'] as const;
const CHOSEN = ['not_chosen', 'chosen'] as const;

/**
 * The plain parts in which an answer is told: zones of a triad, fifths of a slider from the first label, quarters of a
 * canvas (y up), rings from the middle, options by their number, chosen or not.
 */
export interface AnswerParts {
  readonly names: readonly string[];
  /** Index into `names` of the answer at these design-scaled coordinates, which begin at `from`. */
  partAt(coordinates: Float64Array, from: number): number;
}

export function answerParts(kind: BlockKind, width: number): AnswerParts {
  switch (kind) {
    case 'triad':
      return { names: ZONES, partAt: (at, from) => nearestZone(at[from] ?? 0, at[from + 1] ?? 0) };
    case 'slider':
      return { names: STEPS, partAt: (at, from) => stepOf(at[from] ?? 0) - 1 };
    case 'stone':
      return {
        names: QUARTERS,
        partAt: (at, from) => upperHalf(at[from] ?? 0) + 2 * upperHalf(at[from + 1] ?? 0),
      };
    case 'ring':
      return {
        names: RINGS,
        partAt: (at, from) => Math.min(RING_COUNT - 1, Math.floor((at[from] ?? 0) * RING_COUNT)),
      };
    case 'choice':
      return {
        names: Array.from({ length: width }, (_, option) => `${option}`),
        partAt: (at, from) => chosen(at, from, width),
      };
    case 'option':
      return { names: CHOSEN, partAt: (at, from) => ((at[from] ?? 0) > 0 ? 1 : 0) };
  }
}

function upperHalf(scaled: number): 0 | 1 {
  return scaled >= STONE_SCALE / 2 ? 1 : 0;
}

function chosen(at: Float64Array, from: number, width: number): number {
  for (let option = 0; option < width; option += 1) if ((at[from + option] ?? 0) > 0) return option;
  return 0;
}
