import { clampUnit } from '$lib/domain/signifier/slider';

export const STEP = 0.02;
export const LONG_STEP = 0.1;

export type KeyMeaning = { kind: 'none' } | { kind: 'take_off' } | { kind: 'place'; at: number };

/**
 * What a key means on a slider. Left and right are those of the screen; up is towards the second label. With nothing
 * placed the first arrow puts the dot in the middle: there is nothing to move yet.
 */
export function sliderKey(key: string, shift: boolean, at: number | undefined, mirrored: boolean): KeyMeaning {
  switch (key) {
    case 'Delete':
    case 'Backspace':
      return { kind: 'take_off' };
    case 'Home':
      return { kind: 'place', at: 0 };
    case 'End':
      return { kind: 'place', at: 1 };
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (at === undefined) return { kind: 'place', at: 0.5 };
      const forwards = key === 'ArrowUp' || key === (mirrored ? 'ArrowLeft' : 'ArrowRight');
      const step = shift ? LONG_STEP : STEP;
      // Rounded to a ten-thousandth: fifty small steps must end exactly on the end.
      return { kind: 'place', at: Math.round(clampUnit(at + (forwards ? step : -step)) * 1e4) / 1e4 };
    }
    default:
      return { kind: 'none' };
  }
}
