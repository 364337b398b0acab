import { getStroke } from 'perfect-freehand';
import { PAPER, STAMP_SIZE, inkOf, type Mark } from './drawing.svelte';
import type { StampPictures } from './stamp-pictures';

/** Paints a drawing on white paper; stamps whose picture is not loaded (yet) are left out. */
export function paintDrawing(paper: CanvasRenderingContext2D, marks: readonly Mark[], stamps: StampPictures): void {
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, PAPER.width, PAPER.height);
  for (const mark of marks) {
    if (mark.kind === 'stamp') {
      const picture = stamps.get(mark.picture);
      const half = STAMP_SIZE / 2;
      if (picture !== undefined) paper.drawImage(picture, mark.x - half, mark.y - half, STAMP_SIZE, STAMP_SIZE);
    } else {
      paper.fillStyle = inkOf(mark.colour);
      paper.fill(outline(mark.points, mark.width));
    }
  }
}

/** The outline of a stroke, thicker where it was pressed. */
function outline(points: readonly (readonly [number, number, number])[], width: number): Path2D {
  const edge = getStroke(points as [number, number, number][], { size: width, thinning: 0.6, streamline: 0.4 }); // only read
  const path = new Path2D();
  edge.forEach(([x, y], index) => {
    if (index === 0) path.moveTo(x ?? 0, y ?? 0);
    else path.lineTo(x ?? 0, y ?? 0);
  });
  path.closePath();
  return path;
}
