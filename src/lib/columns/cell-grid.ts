import type { Point } from '../analysis/regions/polygon';

/** Cells along one side of the unit square in which placements are looked up; only cells on a lasso's rim need the exact test. */
export const GRID = 200;
export const NO_CELL = GRID * GRID;

/** In a table of cells; 0 is outside. */
export const INSIDE = 1;
export const RIM = 2;

export function cellOfPoint(x: number, y: number): number {
  return line(y) * GRID + line(x);
}

/** For every cell: wholly outside, wholly inside, or crossed by the polygon's border. The last entry is "no placement". */
export function classifyCells(points: readonly Point[]): Uint8Array {
  const cells = new Uint8Array(NO_CELL + 1);
  markRim(points, cells);
  for (let row = 0; row < GRID; row += 1) {
    const crossings = crossingsAt(points, (row + 0.5) / GRID);
    let inside = false;
    for (let column = 0, next = 0; column < GRID; column += 1) {
      for (; (crossings[next] ?? Infinity) < (column + 0.5) / GRID; next += 1) inside = !inside;
      const cell = row * GRID + column;
      if (inside && cells[cell] !== RIM) cells[cell] = INSIDE;
    }
  }
  return cells;
}

/** Where the border crosses a level line, from the start: even-odd like `inPolygon`. */
function crossingsAt(points: readonly Point[], y: number): number[] {
  const found: number[] = [];
  points.forEach(([qx, qy], index) => {
    const [px, py] = points[(index + points.length - 1) % points.length] ?? [qx, qy];
    if (py > y !== qy > y) found.push(px + ((qx - px) * (y - py)) / (qy - py));
  });
  return found.sort((p, q) => p - q);
}

/** Widens every stretch a little: a border that runs along a cell's side belongs to both neighbours. */
const MARGIN = 1e-6;

function markRim(points: readonly Point[], cells: Uint8Array): void {
  points.forEach(([qx, qy], index) => {
    const [px, py] = points[(index + points.length - 1) % points.length] ?? [qx, qy];
    const low = Math.min(py, qy) - MARGIN;
    const high = Math.max(py, qy) + MARGIN;
    if (high < 0 || low > 1) return;
    for (let row = line(low); row <= line(high); row += 1) {
      const [from, to] = stretch(px, py, qx, qy, row / GRID - MARGIN, (row + 1) / GRID + MARGIN);
      if (to < 0 || from > 1) continue;
      for (let column = line(from); column <= line(to); column += 1) cells[row * GRID + column] = RIM;
    }
  });
}

/** The x-range of an edge within a band of y, widened. */
function stretch(px: number, py: number, qx: number, qy: number, low: number, high: number): [number, number] {
  const at = (y: number): number =>
    Math.abs(qy - py) < MARGIN ? qx : px + ((qx - px) * (clamp(y, py, qy) - py)) / (qy - py);
  const ends = Math.abs(qy - py) < MARGIN ? [px, qx] : [at(low), at(high)];
  return [Math.min(...ends) - MARGIN, Math.max(...ends) + MARGIN];
}

function clamp(y: number, from: number, to: number): number {
  return Math.min(Math.max(from, to), Math.max(Math.min(from, to), y));
}

/** The line of cells a coordinate in [0, 1] lies in; 1 belongs to the last. */
function line(coordinate: number): number {
  return Math.min(GRID - 1, Math.max(0, Math.floor(coordinate * GRID)));
}
