import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlane } from '$lib/domain/signifier/triad';
import { close } from '$lib/domain/signifier/triad';
import { locusOf, ZONE_LABELS, zoneOf, ZONES } from '$lib/domain/signifier/zone';
import { placement } from './arbitrary';

describe('a zone', () => {
  it.each(ZONES)('%s holds its own locus', (zone) => {
    expect(zoneOf(locusOf(zone))).toBe(zone);
  });

  it.each(ZONES)('%s names the labels that have a part in its locus', (zone) => {
    const { a, b, c } = locusOf(zone);
    const parts = [a, b, c].flatMap((part, label) => (part > 0 ? [label] : []));
    expect(ZONE_LABELS[zone]).toEqual(parts);
  });

  it('is the nearest of the seven loci', () => {
    fc.assert(
      fc.property(placement, (p) => {
        const at = toPlane(p);
        const distances = ZONES.map((zone) => {
          const locus = toPlane(locusOf(zone));
          return Math.hypot(at.x - locus.x, at.y - locus.y);
        });
        const own = distances[ZONES.indexOf(zoneOf(p))] ?? Infinity;
        expect(own).toBeLessThanOrEqual(Math.min(...distances) + 2e-9);
      }),
    );
  });

  it.each([
    ['corner before side', close(3, 1, 0), 'A'],
    ['first side before second', close(4, 1, 1), 'A'],
    ['AB before AC before BC before centre', close(5, 5, 2), 'AB'],
    ['side before centre on the line between them', close(5, 2, 5), 'AC'],
  ] as const)('breaks ties in the order A B C AB AC BC centre: %s', (_, at, expected) => {
    expect(zoneOf(at)).toBe(expected);
  });
});
