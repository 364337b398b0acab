import { barycentric, type Barycentric } from './spaces';
import { toPlane } from './triad';
import { ZONES, type Zone } from './zone-names';

export { ZONES, type Zone };

const LOCI: Readonly<Record<Zone, Barycentric>> = {
  A: barycentric(1, 0, 0),
  B: barycentric(0, 1, 0),
  C: barycentric(0, 0, 1),
  AB: barycentric(0.5, 0.5, 0),
  AC: barycentric(0.5, 0, 0.5),
  BC: barycentric(0, 0.5, 0.5),
  centre: barycentric(1 / 3, 1 / 3, 1 / 3),
};

/** Which labels (0 = A, 1 = B, 2 = C) a zone speaks of. */
export const ZONE_LABELS: Readonly<Record<Zone, readonly number[]>> = {
  A: [0],
  B: [1],
  C: [2],
  AB: [0, 1],
  AC: [0, 2],
  BC: [1, 2],
  centre: [0, 1, 2],
};

export function locusOf(zone: Zone): Barycentric {
  return LOCI[zone];
}

/** The zone of a placement: its nearest locus in the plane. */
export function zoneOf(p: Barycentric): Zone {
  const at = toPlane(p);
  let best: Zone = 'A';
  let bestDistance = Infinity;
  for (const zone of ZONES) {
    const locus = toPlane(LOCI[zone]);
    const distance = Math.hypot(at.x - locus.x, at.y - locus.y);
    if (distance < bestDistance - 1e-9) {
      best = zone;
      bestDistance = distance;
    }
  }
  return best;
}
