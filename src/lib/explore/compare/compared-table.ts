import type { Dimension } from '../../columns/dimension';
import type { Tally } from '../../columns/kernel';
import { ZONES } from '../../domain/signifier/zone';
import type { PlotTable } from '../../ui/plots/frame/plot-table';
import { zoneWords } from '../../ui/plots/triad/zone-words';
import type { ViewWords } from '../view-words';
import { t } from '../words';

/** Exact counts of every group, with the three states under them. */
export function comparedTable(
  dimension: Dimension,
  words: ViewWords,
  tallies: readonly Tally[],
  groups: readonly { readonly label: string }[],
): PlotTable {
  const row = (name: string, of: (tally: Tally) => number): readonly (string | number)[] => [name, ...tallies.map(of)];
  return {
    columns: [words.title, ...groups.map(({ label }) => label)],
    rows: [
      ...countNames(dimension, words).map((name, i) => row(name, (tally) => tally.counts[i] ?? 0)),
      ...(dimension.kind === 'stones'
        ? words.labels.map(({ id, label }) =>
            row(label, (tally) => tally.stones.find(({ stone }) => stone === id)?.placed ?? 0),
          )
        : []),
      row(t('table.placed'), ({ states }) => states.answered),
      row(t('table.misfit'), ({ states }) => states.notApplicable),
      row(t('table.silent'), ({ states }) => states.unanswered),
      row(t('table.unasked'), ({ states }) => states.notAsked),
    ],
    note: t('table.note'),
  };
}

function countNames(dimension: Dimension, { labels }: ViewWords): string[] {
  const texts = labels.map(({ label }) => label);
  switch (dimension.kind) {
    case 'triad':
      return ZONES.map((zone) => zoneWords(zone, texts));
    case 'slider':
      return Array.from({ length: 20 }, (_, bin) => `${bin * 5} – ${bin * 5 + 5}`);
    case 'category':
    case 'multiple':
      return dimension.options.map((option) => labels.find(({ id }) => id === option)?.label ?? option);
    case 'stones':
    case 'months':
    case 'number':
    case 'text':
      return [];
  }
}
