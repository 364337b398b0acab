import type { Snapshot } from '../columns/snapshot';
import type { Points } from '../ui/plots/dots/points';
import type { Sort } from './link';

/**
 * Serials of the selected stories that can be read, in the order of a sort:
 * `any` = shuffled by a seed (the same view gives the same order on any machine), `newest` = by month, then by the
 * server's number, `typical` and `edge` = nearest to and farthest from the selection's mean place in `near`, stories
 * without a placement there last.
 */
export function readingOrder(
  snapshot: Snapshot,
  fail: Uint32Array | null,
  sort: Sort,
  near: Points | null,
  seed = 1,
): number[] {
  const rows: number[] = [];
  for (let row = 0; row < snapshot.rows; row += 1) {
    if ((fail === null || fail[row] === 0) && snapshot.readable[row] === 2) rows.push(row);
  }
  const serial = (row: number): number => snapshot.serial[row] ?? 0;
  const ordered = ((): number[] => {
    if (sort === 'newest') {
      const month = (row: number): number => snapshot.month[row] ?? 0;
      return rows.sort((p, q) => month(q) - month(p) || serial(q) - serial(p));
    }
    if (sort === 'any' || near === null) return shuffle(rows, seed);
    const distances = distancesFromMean(near, fail);
    const away = (row: number): number => distances.get(row) ?? Infinity;
    const sign = sort === 'typical' ? 1 : -1;
    return shuffle(rows, seed).sort((p, q) => {
      if (!distances.has(p) || !distances.has(q)) return Number(distances.has(q)) - Number(distances.has(p));
      return sign * (away(p) - away(q));
    });
  })();
  return ordered.map(serial);
}

/** Distance in the plane of each selected story from the mean of all selected ones. */
function distancesFromMean(points: Points, fail: Uint32Array | null): Map<number, number> {
  const chosen: number[] = [];
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < points.rows.length; i += 1) {
    if (fail !== null && fail[points.rows[i] ?? 0] !== 0) continue;
    chosen.push(i);
    sumX += points.x[i] ?? 0;
    sumY += points.y[i] ?? 0;
  }
  const meanX = sumX / chosen.length;
  const meanY = sumY / chosen.length;
  return new Map(
    chosen.map((i) => [points.rows[i] ?? 0, Math.hypot((points.x[i] ?? 0) - meanX, (points.y[i] ?? 0) - meanY)]),
  );
}

/** Fisher and Yates, with the generator of Numerical Recipes' quick LCG: seeded, so that a link shows the same order. */
function shuffle(rows: readonly number[], seed: number): number[] {
  const shuffled = [...rows];
  let state = seed >>> 0;
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 4_294_967_296) * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j] ?? 0, shuffled[i] ?? 0];
  }
  return shuffled;
}
