import type { StonesSignifier } from '$lib/domain/framework/edition';
import { cellOf, ringOf, RING_COUNT, STONE_COLUMNS, STONE_ROWS, type StonePlace } from '$lib/domain/signifier/stones';
import { inSentence, words } from '../words';

type Canvas = StonesSignifier['canvas'];
type Axes = Extract<Canvas, { kind: 'axes' }>;
type Rings = Extract<Canvas, { kind: 'rings' }>;

/** The four choices across, from the first label to the second. */
export function columnWords(column: number, { x }: Axes): string {
  const [first, second] = x;
  const label = column < STONE_COLUMNS / 2 ? first : second;
  return column === 0 || column === STONE_COLUMNS - 1 ? label : words('side_bit', { label });
}

/** The three choices up. */
export function rowWords(row: number, { y }: Axes): string {
  return row === 0 ? y[0] : row === STONE_ROWS - 1 ? y[1] : words('between');
}

/** Near, between, far. */
export function ringWords(ring: number, { inner, outer }: Rings): string {
  return ring === 0 ? inner : ring === RING_COUNT - 1 ? outer : words('between');
}

/** A stone's place in words, for its button and its row: "Helped a bit, mattered a lot". */
export function placeWords(at: StonePlace, canvas: Canvas): string {
  if (canvas.kind === 'rings') {
    const ring = ringOf(at);
    return ring === 1 ? betweenWords(canvas.inner, canvas.outer) : ringWords(ring, canvas);
  }
  const { column, row } = cellOf(at);
  const second = row === 1 ? betweenWords(...canvas.y) : inSentence(rowWords(row, canvas));
  return words('and_then', { first: columnWords(column, canvas), second });
}

/** On its own "in between" would not say what lies on either side. */
function betweenWords(first: string, second: string): string {
  return words('between_two', { first: inSentence(first), second: inSentence(second) });
}
