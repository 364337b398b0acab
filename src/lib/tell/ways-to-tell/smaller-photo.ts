import type { MadeFile } from '../../device/media';

/** The longest side of a photo that is kept. */
export const LONGEST_SIDE = 2048;
const QUALITY = 0.85;

/**
 * A photo drawn anew: nothing of the file the camera made is taken over but its picture, so neither place nor time nor
 * device can be in it. Turned upright by the camera's own note before that note is lost.
 * @returns null when the file cannot be read as a picture
 */
export async function smallerPhoto(file: Blob): Promise<MadeFile | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return null;
  try {
    const { width, height } = fitted(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const paper = canvas.getContext('2d');
    if (paper === null) return null;
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, width, height);
    paper.drawImage(picture, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (blob === null || blob.type !== 'image/jpeg') return null;
    return { kind: 'photo', mime: 'image/jpeg', bytes: new Uint8Array(await blob.arrayBuffer()) };
  } finally {
    picture.close();
  }
}

/** The size within `LONGEST_SIDE`, proportions kept, never larger than it was; both at least 1. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
