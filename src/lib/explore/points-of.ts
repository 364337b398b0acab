import { NOT_IN_STORY } from '../columns/codes';
import { COLUMN } from '../columns/column-names';
import { UNITS } from '../columns/quantise';
import type { Snapshot } from '../columns/snapshot';
import { TRIANGLE_HEIGHT } from '../domain/signifier/triad';
import { gatherPoints, type Points } from '../ui/plots/dots/points';

/** Placements of a triad in its plane. */
export function triadPoints(snapshot: Snapshot, id: string): Points {
  const a = snapshot.columns.get(COLUMN.triadA(id));
  const b = snapshot.columns.get(COLUMN.triadB(id));
  return gatherPoints(snapshot.rows, (row) => {
    const unitsA = a?.[row] ?? NOT_IN_STORY;
    const unitsB = b?.[row] ?? NOT_IN_STORY;
    if (unitsA > UNITS) return null;
    const unitsC = UNITS - unitsA - unitsB;
    return {
      x: (unitsB + unitsC / 2) / UNITS,
      y: (unitsC * TRIANGLE_HEIGHT) / UNITS,
      key: unitsA * 65_536 + unitsB,
    };
  });
}

/** Places of one stone in the unit square. */
export function stonePoints(snapshot: Snapshot, id: string, stone: string): Points {
  const x = snapshot.columns.get(COLUMN.stoneX(id, stone));
  const y = snapshot.columns.get(COLUMN.stoneY(id, stone));
  return gatherPoints(snapshot.rows, (row) => {
    const unitsX = x?.[row] ?? NOT_IN_STORY;
    const unitsY = y?.[row] ?? NOT_IN_STORY;
    return unitsX > UNITS ? null : { x: unitsX / UNITS, y: unitsY / UNITS, key: unitsX * 65_536 + unitsY };
  });
}
