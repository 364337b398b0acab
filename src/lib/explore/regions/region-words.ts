import type { RegionDating } from '../../analysis/regions/region-dating';
import type { RegionShare } from '../../analysis/regions/region-share';
import type { ShareInterval } from '../../analysis/wilson';
import type { Region } from '../../domain/programme/region';
import { planePoint } from '../../domain/signifier/spaces';
import { fromPlane } from '../../domain/signifier/triad';
import { zoneOf } from '../../domain/signifier/zone';
import { sizeWords } from '../../i18n/counted';
import { monthName } from '../../ui/plots/months/month-labels';
import { cellWords } from '../../ui/plots/stones/cell-words';
import { zoneWords } from '../../ui/plots/triad/zone-words';
import type { ViewWords } from '../view-words';
import type { Period } from './periods';
import type { GroupShare, PeriodShare, RegionReading } from './regions-answer';
import { t } from './words';

export const hundred = (share: number): number => Math.round(100 * share);

/** "October 2026", or "Oct to Dec 2026"; the year stands once where both ends share it. */
export function periodWords({ from, to }: Period): string {
  if (from === to) return t('period.one', { from: monthName(from, 'long') });
  const sameYear = Math.floor(from / 12) === Math.floor(to / 12);
  return t('period.many', { from: monthName(from, 'short', !sameYear), to: monthName(to, 'short') });
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
/** The day of a server's moment, by the same clock as the months. */
export function dayWords(at: string): string {
  return day.format(new Date(at));
}

export function drawnWords({ drawn, onBehalfOf }: Region): string {
  const date = dayWords(drawn.at);
  if (onBehalfOf === undefined) return t('drawn', { who: drawn.by, date });
  return t('drawn.for', { who: drawn.by, group: onBehalfOf, date });
}

/** Where a region lies, in words: a loop is named by the part its middle lies in. */
export function placeWords({ shape }: Pick<Region, 'shape'>, words: ViewWords): string {
  const labels = words.labels.map(({ label }) => label);
  switch (shape.kind) {
    case 'loop': {
      if (words.canvas !== undefined) return t('place.loop.plain');
      const middle = (axis: 0 | 1): number =>
        shape.points.reduce((sum, point) => sum + point[axis], 0) / shape.points.length;
      return t('place.loop', { zone: zoneWords(zoneOf(fromPlane(planePoint(middle(0), middle(1)))), labels) });
    }
    case 'zones':
      return t('place.parts', { parts: shape.zones.map((zone) => zoneWords(zone, labels)).join('; ') });
    case 'cells': {
      const { canvas } = words;
      const parts = canvas === undefined ? [] : shape.cells.map((cell) => cellWords(canvas, cell));
      return t('place.parts', { parts: parts.join('; ') });
    }
    case 'span':
      return t('place.span', {
        from: hundred(shape.from),
        to: hundred(shape.to),
        first: labels[0] ?? '',
        second: labels[1] ?? '',
      });
  }
}

/** The same for a line under the picture, which shows the parts itself. */
export function shortPlaceWords(region: Pick<Region, 'shape'>, words: ViewWords): string {
  const { shape } = region;
  const parts = shape.kind === 'zones' ? shape.zones.length : shape.kind === 'cells' ? shape.cells.length : 0;
  return parts > 2 ? t('place.many', { n: parts }) : placeWords(region, words);
}

/** "Three regions are being watched." */
export function headWords(n: number): string {
  switch (n) {
    case 0:
      return t('head.none');
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
      return t(`head.${n}`);
    default:
      return t('head.some', { n });
  }
}

/** The change of the last two periods; never why. */
export function changeWords({ change, periods }: Pick<RegionReading, 'change' | 'periods'>): string {
  const before = change === null ? undefined : periods[change.earlier];
  if (change === null || before === undefined) return t('change.few');
  const { low, high } = change.by;
  const period = periodWords(before);
  if (low > 0) return t('change.more', { period, low: hundred(low), high: hundred(high) });
  if (high < 0) return t('change.fewer', { period, low: hundred(-high), high: hundred(-low) });
  return t('change.none', { period, low: hundred(-low), high: hundred(high) });
}

/** What the dates allow to be said of a change between two periods. */
export function datingWords(earlier: RegionDating, later: RegionDating): string {
  if (earlier === 'foreseen' && later === 'foreseen') return t('dating.since');
  return t(earlier === 'looked-back' && later === 'looked-back' ? 'dating.before' : 'dating.some');
}

/** A period in one sentence, for a mark's name. */
export function periodSays(period: PeriodShare, interval: ShareInterval | null): string {
  const name = periodWords(period);
  if (interval === null) return t('period.few', { period: name });
  const { n, clusters } = period.share;
  return t('period.say', {
    period: name,
    ...rangeParams(interval),
    ...sizeWords(n, clusters),
    dating: t(`dating.short.${period.dating}`),
  });
}

export function groupSays({ share, pooled }: GroupShare, shown: ShareInterval | null): string {
  if (shown === null) return t('group.few');
  const { n, clusters } = share;
  const params = { ...rangeParams(shown), ...sizeWords(n, clusters) };
  if (pooled === null || share.interval === null) return t('group.say', params);
  const counted = rangeParams(share.interval);
  return t('group.pooled', { ...params, raw: counted.share, rawLow: counted.low, rawHigh: counted.high });
}

export function rangeParams({ share, low, high }: ShareInterval): { share: number; low: number; high: number } {
  return { share: hundred(share), low: hundred(low), high: hundred(high) };
}

/** Of a share that may be shown, "now": the last such period, else none. */
export function lastShown(periods: readonly PeriodShare[], shown: (share: RegionShare) => boolean): PeriodShare | null {
  return [...periods].reverse().find(({ share }) => shown(share)) ?? null;
}
