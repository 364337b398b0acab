import type { WordsResponse } from '../../protocol/word-use';
import type { PlotTable } from '../../ui/plots/frame/plot-table';
import { t } from './words';

/** Every word shown, with its stories on both sides. */
export function wordsTable(
  { more, fewer, numbers }: Extract<WordsResponse, { kind: 'compared' }>,
  [first, second]: readonly [string, string],
  least: number,
): PlotTable {
  const number = (stories: number | null): string | number =>
    stories ?? (numbers === 'held' ? t('held.number') : t('few.say'));
  return {
    columns: [t('table.word'), t('table.first', { group: first }), t('table.second', { group: second })],
    rows: [...more, ...[...fewer].reverse()].map((each) => [each.word, number(each.first), number(each.second)]),
    note: t('table.note', { k: least }),
  };
}
