import type { Points } from './points';

/** Several sets of points in one drawing; the same place in two sets is two places. */
export function joinPoints(sets: readonly Points[]): Points {
  const length = sets.reduce((sum, set) => sum + set.rows.length, 0);
  const joined = {
    rows: new Uint32Array(length),
    x: new Float32Array(length),
    y: new Float32Array(length),
    place: new Uint32Array(length),
  };
  let at = 0;
  let places = 0;
  for (const set of sets) {
    joined.rows.set(set.rows, at);
    joined.x.set(set.x, at);
    joined.y.set(set.y, at);
    for (let i = 0; i < set.place.length; i += 1) joined.place[at + i] = places + (set.place[i] ?? 0);
    at += set.rows.length;
    places += set.places;
  }
  return { ...joined, places };
}
