import { curveCatmullRomClosed, line } from 'd3-shape';

export type Corner = readonly [number, number];

/** CSS pixels between kept points: closer ones cannot be told apart by a hand. */
const LEAST_STEP = 3;
/** A clause may hold 400 points; this many draw any lasso faithfully. */
const MOST_POINTS = 160;

/** Adds a pointer's place to a lasso; the very same list when it has hardly moved. */
export function extendLasso(points: readonly Corner[], next: Corner): readonly Corner[] {
  const last = points[points.length - 1];
  if (last && Math.hypot(next[0] - last[0], next[1] - last[1]) < LEAST_STEP) return points;
  const more = [...points, next];
  return more.length > MOST_POINTS ? more.filter((_, i) => i % 2 === 0 || i === more.length - 1) : more;
}

/** A loop and not a click: three points that span something. */
export function isLoop(points: readonly Corner[]): boolean {
  return points.length >= 3 && area(points) >= 24;
}

function area(points: readonly Corner[]): number {
  let twice = 0;
  points.forEach(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}

const smooth = line<Corner>().curve(curveCatmullRomClosed.alpha(0.5));

/** The lasso as drawn: through all of its points. */
export function lassoPath(points: readonly Corner[]): string {
  return smooth(points as Corner[]) ?? ''; // d3 only reads the list
}

export function polygonPath(points: readonly Corner[]): string {
  return points.length === 0 ? '' : `M${points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join('L')}Z`;
}
