import { outside, SHAPE_REACH, type DotShape } from './dot-shape';
import type { Dots } from './piles';

/** A layer of one colour: only how much of it stands at each device pixel (0 to 255). */
export interface AlphaLayer {
  readonly alpha: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Diameter in CSS pixels of a circle; the other shapes have about its area. */
export interface StampStyle {
  readonly diameter: number;
  readonly opacity: number;
  readonly shape?: DotShape;
}

/** Sub-pixel places for which a dot is drawn beforehand, in each direction. */
const PHASES = 4;

interface Stamp {
  readonly size: number;
  readonly reach: number;
  readonly masks: readonly Uint8Array[];
}

/**
 * Draws dots into a layer, one over the other. Done by hand because thousands of canvas arcs in a frame are ten times
 * slower without a GPU (docs/decisions: no GPU needed), and all dots of a layer are alike.
 */
export function stampDots(
  layer: AlphaLayer,
  dots: Dots,
  { diameter, opacity, shape = 'circle' }: StampStyle,
  scale: number,
): void {
  const stamp = stampFor(diameter * scale, opacity, shape);
  const { alpha, width, height } = layer;
  const { size, reach, masks } = stamp;
  for (let i = 0; i < dots.count; i += 1) {
    const px = (dots.x[i] ?? 0) * scale;
    const py = (dots.y[i] ?? 0) * scale;
    const cornerX = Math.floor(px);
    const cornerY = Math.floor(py);
    const phase = Math.floor((py - cornerY) * PHASES) * PHASES + Math.floor((px - cornerX) * PHASES);
    const mask = masks[phase];
    const left = cornerX - reach;
    const top = cornerY - reach;
    if (mask === undefined || left < 0 || top < 0 || left + size > width || top + size > height) continue;
    let from = 0;
    for (let row = 0; row < size; row += 1) {
      let at = (top + row) * width + left;
      for (let column = 0; column < size; column += 1, from += 1, at += 1) {
        const more = mask[from] ?? 0;
        if (more === 0) continue;
        const there = alpha[at] ?? 0;
        alpha[at] = there + ((255 - there) * more) / 255;
      }
    }
  }
}

const made = new Map<string, Stamp>();

function stampFor(diameter: number, opacity: number, shape: DotShape): Stamp {
  const name = `${shape} ${diameter.toFixed(2)} ${opacity}`;
  const known = made.get(name);
  if (known) return known;
  const radius = diameter / 2;
  const reach = Math.ceil(radius * (shape === 'circle' ? 1 : SHAPE_REACH) + 0.5);
  const size = 2 * reach + 1;
  const masks = Array.from({ length: PHASES * PHASES }, (_, phase) => {
    const centreX = reach + ((phase % PHASES) + 0.5) / PHASES;
    const centreY = reach + (Math.floor(phase / PHASES) + 0.5) / PHASES;
    return Uint8Array.from({ length: size * size }, (_unused, cell) => {
      const far = outside(shape, (cell % size) + 0.5 - centreX, Math.floor(cell / size) + 0.5 - centreY, radius);
      return Math.round(255 * opacity * Math.min(1, Math.max(0, 0.5 - far)));
    });
  });
  const stamp = { size, reach, masks };
  made.set(name, stamp);
  return stamp;
}
