import { clampUnit } from '$lib/domain/signifier/slider';

/** Height of the track and distance of its end rings from its ends, CSS px. */
export const TRACK = 56;
export const INSET = 28;
/** Above and below the track a press still counts by this much; further off, letting go changes nothing. */
export const SLIDE_OFF = 64;

/** Pixel across the track of a position, mirrored or not. */
export function pixelAcross(position: number, width: number, mirrored: boolean): number {
  return INSET + (mirrored ? 1 - position : position) * (width - 2 * INSET);
}

/** Position of a pixel across the track; beyond the end rings it is the end itself, so that both ends are reachable. */
export function positionAt(x: number, width: number, mirrored: boolean): number {
  const across = clampUnit((x - INSET) / (width - 2 * INSET));
  return mirrored ? 1 - across : across;
}

/** Whether a pixel is near enough to the track (its top is 0) to mean it. */
export function isOnTrack(y: number): boolean {
  return y >= -SLIDE_OFF && y <= TRACK + SLIDE_OFF;
}
