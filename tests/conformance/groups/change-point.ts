import type { Block } from '$lib/analysis/representation/block';
import { largestChange } from '$lib/analysis/shifts/change';
import { textAt } from '../figure';
import { under, type FigureGroup } from '../figure-group';
import { FIRST_MONTH, type ReferenceSet } from '../reference-set';
import { exact, relative } from '../rule';
import { exactFacet } from './exact-facet';

const KEY = 'change_point_scan';

/** The month that splits each signifier's stories with the largest energy. */
export const changePoint: FigureGroup = {
  name: 'change point',
  owns: under(KEY),
  compute(set) {
    const rows = subsetOf(set);
    const months = { first: FIRST_MONTH, count: 24, of: rows.map((row) => clamped(set, row)) };
    return {
      [KEY]: {
        by_signifier: Object.fromEntries(
          set.stories.blocks.map((block) => {
            const { before, statistic, effect, n, m } = largestChange([exactFacet(rowsOfBlock(block, rows))], months);
            return [block.id, { split_before_month: before, E: statistic, H: effect, n_before: n, n_after: m }];
          }),
        ),
      },
    };
  },
  rule: (path) => (path.at(-1) === 'E' || path.at(-1) === 'H' ? relative(1e-8) : exact),
};

/** The rows that the file says were scanned. */
function subsetOf({ reference, stories }: ReferenceSet): Uint16Array {
  const subset = textAt(reference, [KEY, 'subset']) ?? '';
  const rows = Uint16Array.from({ length: stories.rows }, (_, row) => row);
  if (subset === 'all rows') return rows;
  const [, step, rest] = /index %(\d+)==(\d+)/.exec(subset) ?? [];
  if (step === undefined) throw new Error(`which rows are "${subset}"?`);
  return rows.filter((row) => row % Number(step) === Number(rest));
}

/** The months since January 2023, drawn together beyond the first and last candidate, so that no other month can split. */
function clamped({ reference, stories }: ReferenceSet, row: number): number {
  const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(textAt(reference, [KEY, 'candidates']) ?? '') ?? [];
  if (first === undefined) throw new Error('which months may split?');
  const month = (stories.month[row] ?? 0) - FIRST_MONTH;
  return Math.min(Number(last), Math.max(Number(first) - 1, month));
}

function rowsOfBlock(block: Block, rows: Uint16Array): Block {
  const { width } = block;
  const coordinates = new Float64Array(rows.length * width);
  rows.forEach((row, i) => coordinates.set(block.coordinates.subarray(row * width, (row + 1) * width), i * width));
  return { ...block, coordinates, state: Uint8Array.from(rows, (row) => block.state[row] ?? 0) };
}
