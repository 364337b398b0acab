import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barycentric } from '$lib/domain/signifier/spaces';
import { toPlane, TRIANGLE_HEIGHT } from '$lib/domain/signifier/triad';
import { ZONES, zoneOf } from '$lib/domain/signifier/zone';
import { triadFrame, zoneCountPlaces } from '$lib/ui/plots/triad/plot-frame';
import { ZONE_BORDERS } from '$lib/ui/plots/triad/zone-borders';
import { zoneWords } from '$lib/ui/plots/triad/zone-words';

type Corner = readonly [number, number];

function contains(polygon: readonly Corner[], x: number, y: number): boolean {
  let inside = false;
  polygon.forEach(([x1, y1], i) => {
    const [x2, y2] = polygon[(i + 1) % polygon.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

describe('zone borders', () => {
  it('hold the very placements that the zone counts', () => {
    const part = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const sum = a + b + c;
        const at = barycentric(a / sum, b / sum, c / sum);
        const { x, y } = toPlane(at);
        const zones = ZONES.filter((zone) => contains(ZONE_BORDERS[zone], x, y));
        // On a border either neighbour may claim it.
        if (zones.length === 1) expect(zones[0]).toBe(zoneOf(at));
      }),
    );
  });

  it('together cover the triangle', () => {
    const area = (polygon: readonly Corner[]): number =>
      Math.abs(
        polygon.reduce((sum, [x, y], i) => {
          const [nextX, nextY] = polygon[(i + 1) % polygon.length] ?? [x, y];
          return sum + x * nextY - nextX * y;
        }, 0) / 2,
      );
    const whole = ZONES.reduce((sum, zone) => sum + area(ZONE_BORDERS[zone]), 0);
    expect(whole).toBeCloseTo(TRIANGLE_HEIGHT / 2, 9);
  });
});

describe('the places of the seven counts', () => {
  /** Generous width of "1,204 / 5,230" at 13 px. */
  const TEXT = 82;
  const LINE = 20;
  const boxOf = ({ x, y, anchor }: ReturnType<typeof zoneCountPlaces>[number]) => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - TEXT : x - TEXT / 2;
    return { left, right: left + TEXT, top: y, bottom: y + LINE };
  };

  it.each([241, 257, 300, 420, 700])('do not touch each other at %i pixels', (width) => {
    const boxes = zoneCountPlaces(triadFrame(width)).map(boxOf);
    boxes.forEach((one, i) => {
      for (const other of boxes.slice(i + 1)) {
        const apart =
          one.right <= other.left + 3 ||
          other.right <= one.left + 3 ||
          one.bottom <= other.top ||
          other.bottom <= one.top;
        expect(apart).toBe(true);
      }
    });
  });

  it('are mirrored with the page: A at the right', () => {
    const at = (mirrored: boolean) => zoneCountPlaces(triadFrame(300, mirrored)).find(({ zone }) => zone === 'A');
    expect(at(false)?.x).toBe(0);
    expect(at(true)?.x).toBe(300);
  });
});

describe('zones in words', () => {
  it.each([
    { zone: 'A', words: 'mostly “time”' },
    { zone: 'BC', words: 'between “place” and “people”' },
    { zone: 'centre', words: 'all three about the same' },
  ] as const)('call $zone "$words"', ({ zone, words }) => {
    expect(zoneWords(zone, ['time', 'place', 'people'])).toBe(words);
  });
});
