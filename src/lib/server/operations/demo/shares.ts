import type { AreaScheme } from '../../../domain/programme/area-scheme';

/** Localities are never equally loud: the shape of the calibration (METHOD 4). Not the true sizes of these places. */
const SHAPE = [300, 200, 160, 130, 100, 70, 40];
const ORDER = ['south_east', 'central', 'east', 'north_east', 'south', 'north', 'south_west'];

export function sheffieldShares(scheme: AreaScheme | undefined): { areas: string[]; weights: number[] } {
  const known = new Set(scheme?.areas.map((area) => area.id));
  const areas = ORDER.filter((area) => known.has(area));
  return { areas, weights: areas.map((_, i) => SHAPE[i] ?? 40) };
}
