import { ZONES, type Zone } from '../../domain/signifier/zone';
import type { Block } from '../representation/block';
import { wilson, type ShareInterval } from '../wilson';
import { pointsOf, type AnswerCounts } from './answers';
import { nearestZone } from './nearest-zone';

export interface ZoneShare {
  readonly zone: Zone;
  readonly count: number;
  /** Wilson 95 % of the answered stories; null when nobody answered. */
  readonly interval: ShareInterval | null;
  /** The share this zone would have if answers fell anywhere in the triangle with equal chance: its area. */
  readonly ifRandom: number;
}

export interface ZoneShares extends AnswerCounts {
  /** In the order of ZONES. */
  readonly zones: readonly ZoneShare[];
}

/**
 * Areas of the seven zones as shares of the triangle: lines halfway between neighbouring loci cut 1/12 off each corner
 * and leave 1/6 to each edge's middle and 1/4 to the centre.
 */
const AREA: Readonly<Record<Zone, number>> = {
  A: 1 / 12,
  B: 1 / 12,
  C: 1 / 12,
  AB: 1 / 6,
  AC: 1 / 6,
  BC: 1 / 6,
  centre: 1 / 4,
};

/**
 * The seven-zone count of a triad, with Wilson intervals: the first picture of it (METHOD 2a), true to how people place
 * (corners, edges' middles, centre) where a mean would stand where nobody does.
 */
export function zoneShares(block: Block, rows?: Uint32Array): ZoneShares {
  if (block.kind !== 'triad') throw new RangeError(`${block.id} is no triad`);
  const { xs, ys, n, notApplicable, unanswered } = pointsOf(block, rows);
  const counts = new Uint32Array(ZONES.length);
  xs.forEach((x, i) => {
    const zone = nearestZone(x, ys[i] ?? 0);
    counts[zone] = (counts[zone] ?? 0) + 1;
  });
  const zones = ZONES.map((zone, i) => {
    const count = counts[i] ?? 0;
    return { zone, count, interval: wilson(count, n), ifRandom: AREA[zone] };
  });
  return { n, notApplicable, unanswered, zones };
}
