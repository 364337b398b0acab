import { triadPlane } from '$lib/analysis/representation/design-scale';
import { BLOCK_STATE, type Block, type BlockKind } from '$lib/analysis/representation/block';

/** A block of the given places, every story answered; null = not answered. */
export function blockOf(kind: BlockKind, width: number, places: readonly (readonly number[] | null)[]): Block {
  const coordinates = new Float64Array(places.length * width).fill(Number.NaN);
  places.forEach((place, i) => place && coordinates.set(place, i * width));
  const state = Uint8Array.from(places, (place) => (place ? BLOCK_STATE.answered : BLOCK_STATE.unanswered));
  return { id: 'q', signifier: 'q', kind, width, coordinates, state };
}

/** A triad block from parts (a, b, c). */
export function triadOf(parts: readonly (readonly [number, number, number] | null)[]): Block {
  return blockOf(
    'triad',
    2,
    parts.map((part) => part && triadPlane(part[1], part[2])),
  );
}
