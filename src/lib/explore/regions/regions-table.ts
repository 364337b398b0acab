import type { DisclosurePolicy } from '../../analysis/disclosure/policy';
import type { RegionShare } from '../../analysis/regions/region-share';
import type { PlotTable } from '../../ui/plots/frame/plot-table';
import { mayShow } from './may-show';
import { hundred, periodWords } from './region-words';
import type { RegionReading } from './regions-answer';
import { t } from './words';

/** Everything a card shows, and the periods its picture has no room for. */
export function regionTable(
  { whole, periods, groups }: RegionReading,
  policy: DisclosurePolicy,
  name: (group: string) => string,
): PlotTable {
  const row = (what: string, share: RegionShare, told = ''): (string | number)[] => {
    const { interval, hits, n, clusters } = share;
    if (interval === null || !mayShow(share, policy)) return [what, t('table.few'), '', '', '', n, clusters, told];
    const { share: middle, low, high } = interval;
    return [what, hundred(middle), hundred(low), hundred(high), hits, n, clusters, told];
  };
  return {
    columns: [
      t('table.what'),
      t('table.share'),
      t('table.low'),
      t('table.high'),
      t('table.inside'),
      t('table.n'),
      t('table.sessions'),
      t('table.dating'),
    ],
    rows: [
      row(t('table.whole'), whole),
      ...periods.map((period) => row(periodWords(period), period.share, t(`dating.short.${period.dating}`))),
      ...groups.filter(({ share }) => share.n > 0).map(({ group, share }) => row(name(group), share)),
    ],
    note: t('table.note'),
  };
}
