import { codedColumn } from '../../columns/bins';
import { COLUMN } from '../../columns/column-names';
import { SLIDER_BINS } from '../../columns/dimension';
import { UNITS } from '../../columns/quantise';
import type { Snapshot } from '../../columns/snapshot';

/** How many of a group's stories lie in each of a slider's twenty bins. */
export function sliderCounts(snapshot: Snapshot, id: string, member: Uint8Array): number[] {
  const counts = Array.from({ length: SLIDER_BINS }, () => 0);
  codedColumn(snapshot, COLUMN.slider(id)).forEach((units, row) => {
    if (units > UNITS || member[row] !== 1) return;
    const bin = Math.min(SLIDER_BINS - 1, Math.floor((units * SLIDER_BINS) / UNITS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  });
  return counts;
}
