import { findSignifier, type Framework } from '../../domain/framework/framework';
import type { DrawnShape, RegionDraft } from '../../domain/programme/region';
import { RING_COUNT } from '../../domain/signifier/stones';

/** Whether a region can be measured: its signifier is asked and has a space of that shape, and its stone exists. */
export function regionFits(framework: Framework, { signifier, stone, shape }: RegionDraft): boolean {
  const asked = findSignifier(framework, signifier);
  switch (asked?.kind) {
    case 'triad':
      return (shape.kind === 'loop' || shape.kind === 'zones') && stone === undefined;
    case 'slider':
      return shape.kind === 'span' && stone === undefined;
    case 'stones':
      return onCanvas(shape, asked.canvas.kind) && asked.stones.some(({ id }) => id === stone);
    case 'choice':
    case 'text':
    case 'number':
    case undefined:
      return false;
  }
}

function onCanvas(shape: DrawnShape, canvas: 'axes' | 'rings'): boolean {
  if (shape.kind === 'cells') return canvas === 'axes' || shape.cells.every((cell) => cell < RING_COUNT);
  return shape.kind === 'loop';
}
