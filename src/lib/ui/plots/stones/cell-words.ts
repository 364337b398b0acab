import { STONE_COLUMNS } from '$lib/domain/signifier/stones';
import { t } from '../frame/words';

/** What a stones canvas is called at its ends. */
export type StoneCanvasWords =
  | { readonly kind: 'axes'; readonly x: readonly [string, string]; readonly y: readonly [string, string] }
  | { readonly kind: 'rings'; readonly inner: string; readonly outer: string };

/** A part of a stones canvas in words: cells row by row from the bottom, or rings from the middle. */
export function cellWords(canvas: StoneCanvasWords, index: number): string {
  if (canvas.kind === 'rings') {
    const params = { first: canvas.inner, second: canvas.outer };
    return [t('stones.ring.0', params), t('stones.ring.1'), t('stones.ring.2', params)][index] ?? '';
  }
  const across = { first: canvas.x[0], second: canvas.x[1] };
  const up = { first: canvas.y[0], second: canvas.y[1] };
  return t('stones.cellName', {
    across:
      [
        t('stones.across.0', across),
        t('stones.across.1', across),
        t('stones.across.2', across),
        t('stones.across.3', across),
      ][index % STONE_COLUMNS] ?? '',
    up: [t('stones.up.0', up), t('stones.up.1'), t('stones.up.2', up)][Math.floor(index / STONE_COLUMNS)] ?? '',
  });
}
