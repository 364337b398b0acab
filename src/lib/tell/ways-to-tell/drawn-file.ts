import type { MadeFile } from '../../device/media';
import { PAPER, type Mark } from './drawing.svelte';
import { paintDrawing } from './paint-drawing';
import type { StampPictures } from './stamp-pictures';

/** The drawing as a picture file. @returns null where the browser could not make one */
export async function drawnFile(marks: readonly Mark[], stamps: StampPictures): Promise<MadeFile | null> {
  const canvas = document.createElement('canvas');
  canvas.width = PAPER.width;
  canvas.height = PAPER.height;
  const paper = canvas.getContext('2d');
  if (paper === null) return null;
  paintDrawing(paper, marks, stamps);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) return null;
  return { kind: 'drawing', mime: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) };
}
