import { wilson } from '../analysis/wilson';
import { cellPlace, STONE_COLUMNS } from '../domain/signifier/stones';
import { ZONES } from '../domain/signifier/zone';
import type { Tally } from '../columns/kernel';
import type { PlotTable } from '../ui/plots/frame/plot-table';
import { monthName } from '../ui/plots/months/month-labels';
import { zoneWords } from '../ui/plots/triad/zone-words';
import type { PlaceCounts } from '../ui/plots/tiles/tile-share';
import type { ViewTallies } from './view-tallies';
import type { Labelled } from './view-words';
import { t } from './words';

type Row = readonly (string | number)[];

const hundred = (share: number): number => Math.round(share * 1000) / 10;

/** Counts by name, then how the other stories did not answer: the same rows under every plot. */
function countTable(head: string, names: readonly string[], { all, view, final }: ViewTallies): PlotTable {
  const own = final !== view;
  const row = (name: string, of: (tally: Tally) => number): Row => [
    name,
    of(final),
    ...(own ? [of(view)] : []),
    of(all),
  ];
  const answered = final.states.answered;
  const share = (count: number): number => (answered === 0 ? 0 : hundred(count / answered));
  return {
    columns: [head, t('table.selected'), ...(own ? [t('table.unfiltered')] : []), t('table.all'), t('table.share')],
    rows: [
      ...names.map((name, i) => [...row(name, (tally) => tally.counts[i] ?? 0), share(final.counts[i] ?? 0)]),
      row(t('table.placed'), (tally) => tally.states.answered),
      row(t('table.misfit'), (tally) => tally.states.notApplicable),
      row(t('table.silent'), (tally) => tally.states.unanswered),
      row(t('table.unasked'), (tally) => tally.states.notAsked),
    ],
    note: t('table.note'),
  };
}

export function triadTable(labels: readonly string[], tallies: ViewTallies): PlotTable {
  return countTable(
    t('table.zone'),
    ZONES.map((zone) => zoneWords(zone, labels)),
    tallies,
  );
}

export function sliderTable(tallies: ViewTallies): PlotTable {
  const bins = tallies.all.counts.length;
  const edge = (bin: number): number => Math.round((bin / bins) * 100);
  return countTable(
    t('table.bin'),
    tallies.all.counts.map((_, bin) => `${edge(bin)} – ${edge(bin + 1)}`),
    tallies,
  );
}

export function barTable(labels: readonly Labelled[], tallies: ViewTallies): PlotTable {
  return countTable(
    t('table.option'),
    labels.map(({ label }) => label),
    tallies,
  );
}

export function monthTable(first: number, tallies: ViewTallies): PlotTable {
  return countTable(
    t('table.month'),
    tallies.all.counts.map((_, i) => monthName(first + i, 'long')),
    tallies,
  );
}

export function stonesTable(labels: readonly Labelled[], { all, final }: ViewTallies): PlotTable {
  const cells = all.stones[0]?.cells.length ?? 0;
  const names = Array.from({ length: cells }, (_, cell) => cellName(cell, cells));
  return {
    columns: [t('table.stone'), t('table.selected'), t('table.all'), ...names],
    rows: labels.map(({ id, label }) => {
      const here = final.stones.find((stone) => stone.stone === id);
      const there = all.stones.find((stone) => stone.stone === id);
      return [label, here?.placed ?? 0, there?.placed ?? 0, ...(here?.cells ?? [])];
    }),
    note: t('table.note'),
  };
}

function cellName(cell: number, cells: number): string {
  if (cells === 3) return [t('cell.near'), t('cell.between'), t('cell.far')][cell] ?? '';
  const place = cellPlace(cell % STONE_COLUMNS, Math.floor(cell / STONE_COLUMNS));
  return t('cell.at', { across: Math.round(place.x * 100), up: Math.round(place.y * 100) });
}

/** Places under k stay unnamed numbers here too. */
export function placeTable(places: readonly PlaceCounts[], k: number): PlotTable {
  return {
    columns: [t('table.place'), t('table.selected'), t('table.all'), t('table.share'), t('table.low'), t('table.high')],
    rows: places.map(({ name, all, chosen }): Row => {
      const interval = all < k ? null : wilson(chosen, all);
      if (interval === null) return [name, t('table.few'), t('table.few'), '', '', ''];
      return [name, chosen, all, hundred(interval.share), hundred(interval.low), hundred(interval.high)];
    }),
    note: t('table.note'),
  };
}
