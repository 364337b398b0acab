import type { PixelPoint, TriangleFrame } from '$lib/domain/signifier/spaces';
import { locusOf, ZONES, type Zone } from '$lib/domain/signifier/zone';
import { planeToPixel, toPlane, TRIANGLE_HEIGHT } from '$lib/domain/signifier/triad';

/** Room round the triangle, so that piles at its corners (10 px, half a dot) are never cut. */
const RIM = 14;

export interface TriadFrame {
  readonly width: number;
  readonly height: number;
  readonly triangle: TriangleFrame;
}

/** A triangle in the middle of a drawing: two thirds of its width, so that counts find room at both sides. */
export function triadFrame(width: number, mirrored = false): TriadFrame {
  const side = Math.round(Math.min(420, Math.max(96, width * 0.645)));
  const height = Math.round(side * TRIANGLE_HEIGHT) + 2 * RIM;
  return { width, height, triangle: { left: (width - side) / 2, base: height - RIM, side, mirrored } };
}

/** Where a zone's count stands. `start` and `end` follow the page, mirrored with it. */
export interface ZoneCountPlace {
  readonly zone: Zone;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * Counts stand outside the triangle: C beside the top, the edges at their middles, A, AB and B in the row under the
 * base; only the centre's stands inside.
 */
export function zoneCountPlaces({ triangle, height, width }: TriadFrame): ZoneCountPlace[] {
  const pixel = (zone: Zone): PixelPoint => planeToPixel(toPlane(locusOf(zone)), triangle);
  const under = height - 2;
  return ZONES.map((zone): ZoneCountPlace => {
    const at = pixel(zone);
    const inward = triangle.mirrored ? -1 : 1;
    switch (zone) {
      case 'A':
        return { zone, x: inward === 1 ? 0 : width, y: under, anchor: inward === 1 ? 'start' : 'end' };
      case 'B':
        return { zone, x: inward === 1 ? width : 0, y: under, anchor: inward === 1 ? 'end' : 'start' };
      case 'AB':
        return { zone, x: at.x, y: under, anchor: 'middle' };
      case 'C':
        return { zone, x: at.x + 14 * inward, y: at.y - 3, anchor: inward === 1 ? 'start' : 'end' };
      case 'AC':
        return { zone, x: at.x - 13 * inward, y: at.y - 16, anchor: inward === 1 ? 'end' : 'start' };
      case 'BC':
        return { zone, x: at.x + 13 * inward, y: at.y - 16, anchor: inward === 1 ? 'start' : 'end' };
      case 'centre':
        return { zone, x: at.x, y: at.y - 8, anchor: 'middle' };
    }
  });
}
