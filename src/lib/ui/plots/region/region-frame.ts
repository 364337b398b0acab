import { planePoint } from '$lib/domain/signifier/spaces';
import { planeToPixel, TRIANGLE_HEIGHT } from '$lib/domain/signifier/triad';
import type { Projection } from '../dots/piles';

/** What a region was drawn on: a triad's plane, or the unit square of a stones canvas. */
export type RegionGround = 'triad' | 'axes' | 'rings';

export interface RegionFrame {
  readonly width: number;
  readonly height: number;
  readonly project: Projection;
}

/** Room for piles at the corners, in CSS pixels. */
const RIM = 12;

/** Where a signifier's own space lies in a drawing of this width; `mirrored` turns a triangle with the page. */
export function regionFrame(ground: RegionGround, width: number, mirrored: boolean): RegionFrame {
  const side = width - 2 * RIM;
  if (ground === 'triad') {
    const height = Math.round(side * TRIANGLE_HEIGHT) + 2 * RIM;
    const frame = { left: RIM, base: height - RIM, side, mirrored };
    return {
      width,
      height,
      project: {
        x: (x) => planeToPixel(planePoint(x, 0), frame).x,
        y: (y) => planeToPixel(planePoint(0, y), frame).y,
      },
    };
  }
  const height = ground === 'rings' ? width : Math.round(width * 0.66);
  return {
    width,
    height,
    project: { x: (x) => RIM + x * side, y: (y) => height - RIM - y * (height - 2 * RIM) },
  };
}
