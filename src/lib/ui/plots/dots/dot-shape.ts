/** What a dot looks like: groups that share a picture differ in shape, not only in colour. */
export type DotShape = 'circle' | 'triangle' | 'square' | 'diamond' | 'ring' | 'plus';

/** A shape reaches at most so far from its centre, in radii of the circle of about the same area. */
export const SHAPE_REACH = 1.6;

const SQUARE = 0.88;
const TRIANGLE = 0.777;
const SLANT = Math.sqrt(3) / 2;
const ARM = { length: 1.25, half: 0.42 } as const;
const RING = { middle: 0.85, half: 0.3 } as const;

/** How far a place (x across, y down, from the centre) lies outside the shape, in its units; negative inside. */
export function outside(shape: DotShape, x: number, y: number, radius: number): number {
  const [across, along] = [Math.abs(x), Math.abs(y)];
  switch (shape) {
    case 'circle':
      return Math.hypot(x, y) - radius;
    case 'square':
      return Math.max(across, along) - SQUARE * radius;
    case 'diamond':
      return (across + along) / Math.SQRT2 - SQUARE * radius;
    case 'triangle':
      return Math.max(y, across * SLANT - y / 2) - TRIANGLE * radius;
    case 'ring':
      return Math.abs(Math.hypot(x, y) - RING.middle * radius) - RING.half * radius;
    case 'plus':
      return Math.min(
        Math.max(across - ARM.length * radius, along - ARM.half * radius),
        Math.max(across - ARM.half * radius, along - ARM.length * radius),
      );
  }
}
