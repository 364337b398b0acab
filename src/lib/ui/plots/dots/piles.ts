import { isChosen, type Choice, type Points } from './points';

/** The golden angle: seeds of a flower head, no two in one line. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** How far a story may be drawn from its place, in CSS pixels. */
export const MOST_PIXELS = 10;
/** Spread of a pile: r = spread * sqrt(k). */
export const SPREAD = { chosen: 0.9, rest: 0.62 } as const;

const TABLE = 4_096;
const ROOT = Float64Array.from({ length: TABLE }, (_, k) => Math.sqrt(k));
const COSINE = Float64Array.from({ length: TABLE }, (_, k) => Math.cos(k * GOLDEN_ANGLE));
const SINE = Float64Array.from({ length: TABLE }, (_, k) => Math.sin(k * GOLDEN_ANGLE));

/** How the drawing's own space lies in CSS pixels. */
export interface Projection {
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
}

/** Dots in CSS pixels: the first `count` of x and y. */
export interface Dots {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly count: number;
}

/**
 * Every chosen story as a dot. Stories at the same place are laid out like seeds in a flower head, in row order; a
 * pile too big for 10 px is laid closer instead, so that its rim is no heap of its own.
 */
export function layPiles(points: Points, choice: Choice, spread: number, to: Projection): Dots {
  const { rows, place } = points;
  const sizes = new Uint32Array(points.places);
  for (let i = 0; i < rows.length; i += 1) {
    if (!isChosen(choice, rows[i] ?? 0)) continue;
    const at = place[i] ?? 0;
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
  const laid = new Uint32Array(points.places);
  const x = new Float32Array(rows.length);
  const y = new Float32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i += 1) {
    if (!isChosen(choice, rows[i] ?? 0)) continue;
    const at = place[i] ?? 0;
    const k = laid[at] ?? 0;
    laid[at] = k + 1;
    const size = sizes[at] ?? 1;
    const step = Math.min(spread, MOST_PIXELS / Math.sqrt(size));
    const r = step * (k < TABLE ? (ROOT[k] ?? 0) : Math.sqrt(k));
    x[count] = to.x(points.x[i] ?? 0) + r * (k < TABLE ? (COSINE[k] ?? 1) : Math.cos(k * GOLDEN_ANGLE));
    y[count] = to.y(points.y[i] ?? 0) + r * (k < TABLE ? (SINE[k] ?? 0) : Math.sin(k * GOLDEN_ANGLE));
    count += 1;
  }
  return { x, y, count };
}
