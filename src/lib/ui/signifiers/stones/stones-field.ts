import { clampUnit } from '$lib/domain/signifier/slider';
import type { StonePlace } from '$lib/domain/signifier/stones';

/** The canvas the stones stand on, in CSS px. */
export interface StonesCanvas {
  readonly kind: 'axes' | 'rings';
  readonly width: number;
  readonly height: number;
  readonly mirrored: boolean;
  /** Size of a pebble. */
  readonly stone: { readonly width: number; readonly height: number };
}

/** Outside the canvas a stone let go of still snaps to its border. */
export const HIT_MARGIN = 24;
/** From this width of the column on there is room for words beside the canvas and for stones in full size. */
export const WIDE_FROM = 540;
/** A pebble may reach this share of its width over the side of the canvas. */
const OVERHANG = 0.2;

/** Lower than this seven stones do not fit, CSS px: rather scroll. */
const LEAST_HEIGHT = 236;

/**
 * How large the canvas is in the room it has.
 * @param column CSS px  @param room CSS px of height down to the stones that wait under it; less room, a lower canvas
 */
export function stonesCanvas(kind: 'axes' | 'rings', column: number, room: number, mirrored: boolean): StonesCanvas {
  const wide = column >= WIDE_FROM;
  const most = Math.max(LEAST_HEIGHT, Math.round(room));
  const stone = wide ? { width: 96, height: 86 } : { width: 66, height: 58 };
  if (kind === 'rings') {
    const side = Math.min(column - (wide ? 120 : 0), 480, most);
    return { kind, width: side, height: side, mirrored, stone };
  }
  return wide
    ? { kind, width: column - 160, height: Math.min(420, most), mirrored, stone }
    : { kind, width: column, height: Math.min(Math.round(column * 1.05), most), mirrored, stone };
}

/** Pixel of a place: x from the first label to the second, mirrored with the reading direction, y up. */
export function placeToPixel(place: StonePlace, canvas: StonesCanvas): { x: number; y: number } {
  return { x: (canvas.mirrored ? 1 - place.x : place.x) * canvas.width, y: (1 - place.y) * canvas.height };
}

/** The place a pixel stands for, snapped to the border; undefined when it is further off than the hit margin. */
export function pixelToPlace(x: number, y: number, canvas: StonesCanvas): StonePlace | undefined {
  const across = x / canvas.width;
  const place = insideCanvas({ x: canvas.mirrored ? 1 - across : across, y: 1 - y / canvas.height }, canvas.kind);
  const nearest = placeToPixel(place, canvas);
  return Math.hypot(nearest.x - x, nearest.y - y) <= HIT_MARGIN ? place : undefined;
}

/** The nearest place on the canvas: a square for axes, the outer ring for rings. */
export function insideCanvas(place: StonePlace, kind: 'axes' | 'rings'): StonePlace {
  if (kind === 'axes') return { x: clampUnit(place.x), y: clampUnit(place.y) };
  const [dx, dy] = [place.x - 0.5, place.y - 0.5];
  const distance = Math.hypot(dx, dy);
  if (distance <= 0.5) return place;
  return { x: clampUnit(0.5 + (dx / distance) * 0.5), y: clampUnit(0.5 + (dy / distance) * 0.5) };
}

/**
 * The middle of the pebble whose foot is at a pixel. It stands above its dot; near the sides it leans inwards, and
 * where it would rise far over the top it hangs below.
 */
export function pebbleMiddle(
  foot: { x: number; y: number },
  canvas: StonesCanvas,
): { x: number; y: number; hangs: boolean } {
  const { width, height } = canvas.stone;
  const least = width * (0.5 - OVERHANG);
  const x = Math.min(canvas.width - least, Math.max(least, foot.x));
  const lean = Math.min(1, Math.abs(x - foot.x) / (width / 2));
  const reach = (height / 2) * Math.sqrt(1 - lean * lean) + 3;
  const hangs = foot.y - reach - height / 2 < -height * 0.4;
  return { x, y: foot.y + (hangs ? reach : -reach), hangs };
}
