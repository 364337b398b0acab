import type { Dots } from './piles';
import type { AlphaLayer } from './stamp-dots';

/** Stories counted in square cells of the drawing: exact, nothing is smoothed and nobody is counted twice. */
export interface Density {
  readonly counts: Uint32Array;
  readonly columns: number;
  readonly most: number;
}

/** Side of a cell in CSS pixels: as small as can be seen as a mark of its own. */
export const CELL = 2;

export function countCells(dots: Dots, width: number, height: number): Density {
  const columns = Math.max(1, Math.ceil(width / CELL));
  const lines = Math.max(1, Math.ceil(height / CELL));
  const counts = new Uint32Array(columns * lines);
  let most = 0;
  for (let i = 0; i < dots.count; i += 1) {
    const column = clamp(Math.floor((dots.x[i] ?? 0) / CELL), columns);
    const line = clamp(Math.floor((dots.y[i] ?? 0) / CELL), lines);
    const cell = line * columns + column;
    const count = (counts[cell] ?? 0) + 1;
    counts[cell] = count;
    if (count > most) most = count;
  }
  return { counts, columns, most };
}

/** Opacity of a cell: one story is already plain to see, the fullest is solid, between them by the logarithm. */
export function shade(count: number, most: number): number {
  if (count === 0) return 0;
  return most <= 1 ? LEAST : LEAST + (1 - LEAST) * (Math.log(count) / Math.log(most));
}

const LEAST = 0.32;

/** Fills the layer's cells with their shade; `strength` (0 to 1) keeps the rest behind the selection. */
export function shadeCells(layer: AlphaLayer, density: Density, scale: number, strength: number): void {
  const shades = Uint8Array.from({ length: Math.min(density.most, 65_535) + 1 }, (_, count) =>
    Math.round(255 * strength * shade(count, density.most)),
  );
  const side = CELL * scale;
  for (let cell = 0; cell < density.counts.length; cell += 1) {
    const count = density.counts[cell] ?? 0;
    if (count === 0) continue;
    const value = shades[Math.min(count, shades.length - 1)] ?? 0;
    const left = Math.round((cell % density.columns) * side);
    const top = Math.round(Math.floor(cell / density.columns) * side);
    const right = Math.min(layer.width, Math.round(left + side));
    const bottom = Math.min(layer.height, Math.round(top + side));
    for (let y = top; y < bottom; y += 1) layer.alpha.fill(value, y * layer.width + left, y * layer.width + right);
  }
}

function clamp(index: number, size: number): number {
  return Math.min(size - 1, Math.max(0, index));
}
