import type { PlotTable } from '../../ui/plots/frame/plot-table';
import { monthName } from '../../ui/plots/months/month-labels';
import type { ReachRow } from './reach-rows';
import { t } from './words';

/** Every group of every question. */
export function reachTable(
  groups: readonly { readonly title: string; readonly rows: readonly ReachRow[] }[],
  k: number,
): PlotTable {
  return {
    columns: [t('table.question'), t('table.group'), t('table.n'), t('table.sessions'), t('table.last')],
    rows: groups.flatMap(({ title, rows }) =>
      rows.map(({ label, heard, why }) =>
        heard === null
          ? [title, label, t(why === 'kept_back' ? 'kept_back' : 'few'), '', '']
          : [
              title,
              label,
              heard.stories,
              heard.sessions,
              heard.lastMonth === null ? '' : monthName(heard.lastMonth, 'short'),
            ],
      ),
    ),
    note: t('table.note', { k }),
  };
}
