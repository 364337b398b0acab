import { LABEL_ORDER } from '$lib/domain/signifier/corners';
import {
  pixelPoint,
  type Barycentric,
  type CornerOrder,
  type PixelPoint,
  type TriangleFrame,
} from '$lib/domain/signifier/spaces';
import { fromPlane, pixelToPlane, planeToPixel, toPlane, TRIANGLE_HEIGHT } from '$lib/domain/signifier/triad';

/** Outside the triangle, CSS px: still taken, and snapped to the nearest point of the border. */
export const HIT_MARGIN = 24;
/** The ground rim round the edge. */
export const RIM = 11;
/** A finger covers what it points at: while it drags, the dot is shown this much above it. */
export const FINGER_LIFT = 28;
/** A tap trembles: travel below this is no drag, and lifts nothing. */
const TREMBLE = 6;

const SPACE_ABOVE = 14;
const SPACE_BELOW = 15;

export interface TriadDrawing {
  readonly width: number;
  readonly height: number;
  readonly frame: TriangleFrame;
}

/** Smaller than this no hand finds its place in it, CSS px: rather scroll. */
const LEAST_SIDE = 184;

/**
 * How large the triangle is in the room it has.
 * @param width CSS px of the column
 * @param room CSS px of height for the triangle and the rings at its corners; less room, a smaller triangle
 * @param corners left out = label order
 */
export function drawTriad(width: number, room: number, mirrored: boolean, corners?: CornerOrder): TriadDrawing {
  // On a phone a little smaller, so that the words under the corners have room to either side.
  const share = width < 540 ? 0.64 : 0.67;
  const high = (room - SPACE_ABOVE - SPACE_BELOW) / TRIANGLE_HEIGHT;
  const side = Math.round(Math.min(width * share, 420, Math.max(LEAST_SIDE, high)));
  const height = Math.round(side * TRIANGLE_HEIGHT);
  return {
    width,
    height: height + SPACE_ABOVE + SPACE_BELOW,
    frame: { left: (width - side) / 2, base: height + SPACE_ABOVE, side, mirrored, corners },
  };
}

/** Pixels of the corners A, B, C. */
export function cornersOf(frame: TriangleFrame): [PixelPoint, PixelPoint, PixelPoint] {
  const at = (a: number, b: number, c: number) => planeToPixel(toPlane({ a, b, c } as Barycentric), frame); // brand: exact corners
  return [at(1, 0, 0), at(0, 1, 0), at(0, 0, 1)];
}

/** The placement a pixel stands for, or undefined when it is further than the hit margin from the triangle. */
export function placementAt(x: number, y: number, frame: TriangleFrame): Barycentric | undefined {
  const at = fromPlane(pixelToPlane(pixelPoint(x, y), frame));
  const nearest = pixelOf(at, frame);
  return Math.hypot(nearest.x - x, nearest.y - y) <= HIT_MARGIN ? at : undefined;
}

export function pixelOf(at: Barycentric, frame: TriangleFrame): PixelPoint {
  return planeToPixel(toPlane(at), frame);
}

/** How far above a finger the dot is shown: grows with the drag, so that nothing jumps and a tap stays where it is. */
export function liftOf(travel: number, touch: boolean): number {
  return touch ? Math.min(FINGER_LIFT, Math.max(0, travel - TREMBLE)) : 0;
}

/** The triangle grown by a margin, corners cut off: what a finger may press. SVG path data. */
export function grownPath(frame: TriangleFrame, margin: number): string {
  const [a, b, c] = cornersOf(frame);
  const middle = { x: (a.x + b.x + c.x) / 3, y: (a.y + b.y + c.y) / 3 };
  const points = [a, b, c].flatMap((corner, i, all) => {
    const before = all[(i + 2) % 3] ?? corner;
    const after = all[(i + 1) % 3] ?? corner;
    return [outwards(before, corner, corner, middle, margin), outwards(corner, after, corner, middle, margin)];
  });
  return `M${points.join('L')}Z`;
}

/** A point moved off an edge, away from the middle. */
function outwards(from: PixelPoint, to: PixelPoint, point: PixelPoint, middle: { x: number; y: number }, by: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const normal = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
  const away = (point.x - middle.x) * normal.x + (point.y - middle.y) * normal.y > 0 ? by : -by;
  return `${point.x + normal.x * away} ${point.y + normal.y * away}`;
}

export interface Stalk {
  readonly path: string;
  readonly width: number;
  readonly opacity: number;
}

/**
 * Three stalks from the corners, gathered in the dot: thicker and darker the more of that corner there is. They bend
 * by .18 of the smallest part, so that none leaves the triangle.
 * @param growth px of width that a whole part adds (9; 11 for children)
 */
export function stalksTo(at: Barycentric, frame: TriangleFrame, growth: number): Stalk[] {
  const dot = pixelOf(at, frame);
  const bend = 0.18 * Math.min(at.a, at.b, at.c) * frame.side;
  const aside = frame.mirrored ? bend : -bend;
  const parts = [at.a, at.b, at.c];
  const [, , top] = frame.corners ?? LABEL_ORDER;
  return cornersOf(frame).map((corner, i) => {
    const share = parts[i] ?? 0;
    const towards = {
      x: (corner.x + dot.x) / 2 + (i === top ? aside : 0),
      y: (corner.y + dot.y) / 2 + (i === top ? 0 : bend),
    };
    return {
      path: `M${corner.x} ${corner.y}Q${towards.x} ${towards.y} ${dot.x} ${dot.y}`,
      width: 1.2 + growth * share,
      opacity: 0.4 + 0.45 * share,
    };
  });
}
