import { byCorner, byLabel } from './corners';
import {
  barycentric,
  pixelPoint,
  planePoint,
  type Barycentric,
  type PixelPoint,
  type PlanePoint,
  type TriangleFrame,
} from './spaces';

/** Height of the triangle of side 1. */
export const TRIANGLE_HEIGHT = Math.sqrt(3) / 2;

/** Proportions to the plane: x = b + c/2, y = c * sqrt(3)/2 (METHOD 2a). */
export function toPlane(p: Barycentric): PlanePoint {
  return planePoint(p.b + p.c / 2, p.c * TRIANGLE_HEIGHT);
}

/**
 * The plane to proportions. A point outside the triangle goes to the nearest point of its border, with exact zeros
 * there, so that corners and edges can be reached by a finger that overshoots.
 */
export function fromPlane(point: PlanePoint): Barycentric {
  const at = sharesAt(point);
  return at.a >= 0 && at.b >= 0 && at.c >= 0 ? at : nearestOnBorder(point);
}

/** Shares of any point of the plane; outside the triangle one of them is below 0. */
function sharesAt(point: PlanePoint): Barycentric {
  const c = point.y / TRIANGLE_HEIGHT;
  const b = point.x - c / 2;
  return barycentric(1 - b - c, b, c);
}

/** Parts that nearly sum to 1 (rounded files) made to sum to 1. Parts must be >= 0 and not all zero. */
export function close(a: number, b: number, c: number): Barycentric {
  const sum = a + b + c;
  if (!(sum > 0) || a < 0 || b < 0 || c < 0) throw new RangeError('triad parts must be >= 0 and not all zero');
  return barycentric(a / sum, b / sum, c / sum);
}

export function planeToPixel(point: PlanePoint, frame: TriangleFrame): PixelPoint {
  const { corners } = frame;
  const { x, y } = corners === undefined ? point : toPlane(byCorner(sharesAt(point), corners));
  const across = frame.mirrored ? 1 - x : x;
  return pixelPoint(frame.left + across * frame.side, frame.base - y * frame.side);
}

export function pixelToPlane(pixel: PixelPoint, frame: TriangleFrame): PlanePoint {
  const across = (pixel.x - frame.left) / frame.side;
  const point = planePoint(frame.mirrored ? 1 - across : across, (frame.base - pixel.y) / frame.side);
  return frame.corners === undefined ? point : toPlane(byLabel(sharesAt(point), frame.corners));
}

type Edge = { from: readonly [number, number]; to: readonly [number, number]; at: (t: number) => Barycentric };

const EDGES: readonly Edge[] = [
  { from: [0, 0], to: [1, 0], at: (t) => barycentric(1 - t, t, 0) },
  { from: [1, 0], to: [0.5, TRIANGLE_HEIGHT], at: (t) => barycentric(0, 1 - t, t) },
  { from: [0.5, TRIANGLE_HEIGHT], to: [0, 0], at: (t) => barycentric(t, 0, 1 - t) },
];

/** All three sides have length 1, so the projection's parameter is the dot product itself. */
function nearestOnBorder(point: PlanePoint): Barycentric {
  let best: Barycentric = barycentric(1, 0, 0);
  let bestDistance = Infinity;
  for (const edge of EDGES) {
    const dx = edge.to[0] - edge.from[0];
    const dy = edge.to[1] - edge.from[1];
    const t = Math.min(1, Math.max(0, (point.x - edge.from[0]) * dx + (point.y - edge.from[1]) * dy));
    const distance = Math.hypot(point.x - edge.from[0] - t * dx, point.y - edge.from[1] - t * dy);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = edge.at(t);
    }
  }
  return best;
}

/** Moves a placement by a step in the plane (arrow keys), staying inside. Steps in sides of the triangle. */
export function nudge(p: Barycentric, dx: number, dy: number): Barycentric {
  const at = toPlane(p);
  return fromPlane(planePoint(at.x + dx, at.y + dy));
}
