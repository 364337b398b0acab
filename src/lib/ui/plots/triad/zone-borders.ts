import { Delaunay } from 'd3-delaunay';
import { locusOf, ZONES, type Zone } from '$lib/domain/signifier/zone';
import { toPlane, TRIANGLE_HEIGHT } from '$lib/domain/signifier/triad';

type Corner = readonly [number, number];

const TRIANGLE: readonly Corner[] = [
  [0, 0],
  [1, 0],
  [0.5, TRIANGLE_HEIGHT],
];

/**
 * The seven zones as polygons of the triad's plane: nearest locus, so each is its locus's Voronoi cell, cut by the
 * triangle (Sutherland and Hodgman 1974).
 */
export const ZONE_BORDERS: Readonly<Record<Zone, readonly Corner[]>> = (() => {
  const loci = ZONES.map((zone) => toPlane(locusOf(zone)));
  const cells = Delaunay.from(
    loci,
    (locus) => locus.x,
    (locus) => locus.y,
  ).voronoi([-1, -1, 2, 2]);
  const border = (zone: Zone): readonly Corner[] =>
    cutByTriangle((cells.cellPolygon(ZONES.indexOf(zone)) ?? []).slice(0, -1).map(([x, y]): Corner => [x, y]));
  return {
    A: border('A'),
    B: border('B'),
    C: border('C'),
    AB: border('AB'),
    AC: border('AC'),
    BC: border('BC'),
    centre: border('centre'),
  };
})();

function cutByTriangle(polygon: readonly Corner[]): readonly Corner[] {
  let kept = polygon;
  TRIANGLE.forEach((from, index) => {
    const to = TRIANGLE[(index + 1) % 3] ?? from;
    const side = ([x, y]: Corner): number => (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    kept = kept.flatMap((corner, i) => {
      const next = kept[(i + 1) % kept.length] ?? corner;
      const here = side(corner);
      const there = side(next);
      const crossing: Corner[] = [];
      if (here >= 0 !== there >= 0) {
        const t = here / (here - there);
        crossing.push([corner[0] + t * (next[0] - corner[0]), corner[1] + t * (next[1] - corner[1])]);
      }
      return here >= 0 ? [corner, ...crossing] : crossing;
    });
  });
  return kept;
}
