import { byCorner, byLabel, LABEL_ORDER } from '$lib/domain/signifier/corners';
import type { Barycentric, TriangleFrame } from '$lib/domain/signifier/spaces';
import { nudge } from '$lib/domain/signifier/triad';
import { locusOf, type Zone } from '$lib/domain/signifier/zone';

/** Steps of the arrow keys, in sides of the triangle. */
export const STEP = 0.02;
export const LONG_STEP = 0.1;

const PLACES: Readonly<Record<string, Zone>> = { '1': 'A', '2': 'B', '3': 'C', '0': 'centre' };
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export type KeyMeaning = { kind: 'none' } | { kind: 'take_off' } | { kind: 'place'; at: Barycentric };

/**
 * What a key means on the pad. Arrows are those of the screen, whichever way the triangle lies there; numbers are
 * those of the labels. With nothing placed the first arrow puts the dot in the middle: there is nothing to move yet.
 */
export function triadKey(
  key: string,
  shift: boolean,
  at: Barycentric | undefined,
  lies: Pick<TriangleFrame, 'mirrored' | 'corners'>,
): KeyMeaning {
  if (key === 'Delete' || key === 'Backspace') return { kind: 'take_off' };
  const place = PLACES[key];
  if (place !== undefined) return { kind: 'place', at: locusOf(place) };
  const arrow = ARROWS[key];
  if (arrow === undefined) return { kind: 'none' };
  if (at === undefined) return { kind: 'place', at: locusOf('centre') };
  const step = shift ? LONG_STEP : STEP;
  const order = lies.corners ?? LABEL_ORDER;
  const moved = nudge(byCorner(at, order), (lies.mirrored ? -arrow[0] : arrow[0]) * step, arrow[1] * step);
  return { kind: 'place', at: byLabel(moved, order) };
}
