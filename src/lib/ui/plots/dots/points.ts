/**
 * Placements of one drawing, in its own space (a triad's plane, a stone's unit square; y up). Entry i is the story of
 * row `rows[i]`; stories that were placed at the very same point share a `place`.
 */
export interface Points {
  readonly rows: Uint32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly place: Uint32Array;
  readonly places: number;
}

/** Which stories are meant: those whose word in `fail` has none of the bits of `care`; null = all. */
export interface Choice {
  readonly fail: Uint32Array | null;
  readonly care: number;
}

export const EVERY_BIT = 0xffffffff;
export const ALL: Choice = { fail: null, care: EVERY_BIT };

/** Gathers points; the place is found by the stored whole numbers, so that "the same point" is exact. */
export function gatherPoints(
  length: number,
  read: (row: number) => { x: number; y: number; key: number } | null,
): Points {
  const rows = new Uint32Array(length);
  const x = new Float32Array(length);
  const y = new Float32Array(length);
  const place = new Uint32Array(length);
  const placeOf = new Map<number, number>();
  let n = 0;
  for (let row = 0; row < length; row += 1) {
    const at = read(row);
    if (at === null) continue;
    let index = placeOf.get(at.key);
    if (index === undefined) {
      index = placeOf.size;
      placeOf.set(at.key, index);
    }
    rows[n] = row;
    x[n] = at.x;
    y[n] = at.y;
    place[n] = index;
    n += 1;
  }
  return {
    rows: rows.slice(0, n),
    x: x.slice(0, n),
    y: y.slice(0, n),
    place: place.slice(0, n),
    places: placeOf.size,
  };
}

export function isChosen(choice: Choice, row: number): boolean {
  return choice.fail === null || ((choice.fail[row] ?? 0) & choice.care) === 0;
}
