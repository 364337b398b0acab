import type { StonePlace } from '$lib/domain/signifier/stones';
import { insideCanvas } from './stones-field';

export const STEP = 0.02;
export const LONG_STEP = 0.1;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export type KeyMeaning =
  | { kind: 'none' }
  | { kind: 'take_off' }
  | { kind: 'put_down' }
  | { kind: 'place'; at: StonePlace };

/**
 * What a key means on a stone. Arrows move only a picked one, so that nobody moves a stone on their way through.
 * A stone still in the tray starts from `start`.
 */
export function stoneKey(
  key: string,
  shift: boolean,
  stone: { picked: boolean; at: StonePlace | undefined; start: StonePlace },
  canvas: { kind: 'axes' | 'rings'; mirrored: boolean },
): KeyMeaning {
  if (key === 'Delete' || key === 'Backspace') return { kind: 'take_off' };
  if (key === 'Escape') return { kind: 'put_down' };
  const arrow = ARROWS[key];
  if (arrow === undefined || !stone.picked) return { kind: 'none' };
  if (stone.at === undefined) return { kind: 'place', at: stone.start };
  const step = shift ? LONG_STEP : STEP;
  const dx = (canvas.mirrored ? -arrow[0] : arrow[0]) * step;
  const moved = insideCanvas({ x: stone.at.x + dx, y: stone.at.y + arrow[1] * step }, canvas.kind);
  // Rounded to a ten-thousandth: fifty small steps must end exactly on the border.
  return { kind: 'place', at: { x: Math.round(moved.x * 1e4) / 1e4, y: Math.round(moved.y * 1e4) / 1e4 } };
}
