import type { DrawnShape } from '../../domain/programme/region';
import type { Corner } from '../../ui/plots/frame/lasso-path';
import { axesCell, ringCell } from '../../ui/plots/stones/stone-cells';
import { ZONE_BORDERS } from '../../ui/plots/triad/zone-borders';

/** A shape's borders in its signifier's own space; a stretch of a slider has none. */
export function regionBorders(shape: DrawnShape, canvas: 'axes' | 'rings'): readonly (readonly Corner[])[] {
  switch (shape.kind) {
    case 'loop':
      return [shape.points];
    case 'zones':
      return shape.zones.map((zone) => ZONE_BORDERS[zone]);
    case 'cells':
      return shape.cells.map((cell) => (canvas === 'rings' ? ringCell(cell) : axesCell(cell)));
    case 'span':
      return [];
  }
}
