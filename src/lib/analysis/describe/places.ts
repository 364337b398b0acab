import { TRIANGLE_HEIGHT } from '../../domain/signifier/triad';

/** Points gathered by where they are, so that what is costly per place is done once for all stories there. */
export interface Places {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Per point the index of its place. */
  readonly of: Uint32Array;
}

/** Up to so many points every place is exact; above, points move to the nearest of FINE_PARTS' grid (at most 1/100 of a side). */
export const MOST_EXACT = 2_000;
const FINE_PARTS = 60;

export function placesOf(xs: Float64Array, ys: Float64Array): Places {
  const snap = xs.length > MOST_EXACT ? toFineGrid : (x: number, y: number) => [x, y] as const;
  const index = new Map<string, number>();
  const atX: number[] = [];
  const atY: number[] = [];
  const of = new Uint32Array(xs.length);
  for (let i = 0; i < xs.length; i += 1) {
    const [x, y] = snap(xs[i] ?? Number.NaN, ys[i] ?? Number.NaN);
    const key = `${x},${y}`;
    let place = index.get(key);
    if (place === undefined) {
      place = atX.length;
      index.set(key, place);
      atX.push(x);
      atY.push(y);
    }
    of[i] = place;
  }
  return { xs: atX, ys: atY, of };
}

/** The nearest node of the fine grid: of the three corners of the small triangle a point is in, the one its largest part names. */
function toFineGrid(x: number, y: number): readonly [number, number] {
  const c = (y / TRIANGLE_HEIGHT) * FINE_PARTS;
  const b = x * FINE_PARTS - c / 2;
  const a = FINE_PARTS - b - c;
  const whole = [Math.round(a), Math.round(b), Math.round(c)] as const;
  const off = [Math.abs(whole[0] - a), Math.abs(whole[1] - b), Math.abs(whole[2] - c)] as const;
  // The three roundings may not sum to the whole: the one that moved most is taken from the other two.
  const [rb, rc] =
    off[1] > off[0] && off[1] > off[2]
      ? [FINE_PARTS - whole[0] - whole[2], whole[2]]
      : off[2] > off[0]
        ? [whole[1], FINE_PARTS - whole[0] - whole[1]]
        : [whole[1], whole[2]];
  return [(rb + rc / 2) / FINE_PARTS, (rc / FINE_PARTS) * TRIANGLE_HEIGHT];
}
