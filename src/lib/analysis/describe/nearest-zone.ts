import { toPlane } from '../../domain/signifier/triad';
import { locusOf, ZONES } from '../../domain/signifier/zone';

const LOCI = ZONES.map((zone) => toPlane(locusOf(zone)));
const TIE = 1e-9;

/**
 * Index into ZONES of the locus nearest to a point of the plane (side 1), as the domain's `zoneOf` finds it for one
 * placement: a point equally near two loci (within 1e-9) belongs to the first. No object per point, for many of them.
 */
export function nearestZone(x: number, y: number): number {
  let best = 0;
  let bestDistance = Infinity;
  for (let zone = 0; zone < LOCI.length; zone += 1) {
    const locus = LOCI[zone];
    if (!locus) break;
    const distance = Math.hypot(x - locus.x, y - locus.y);
    if (distance < bestDistance - TIE) {
      best = zone;
      bestDistance = distance;
    }
  }
  return best;
}
