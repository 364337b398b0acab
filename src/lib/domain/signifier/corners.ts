import { barycentric, type Barycentric, type CornerOrder } from './spaces';

/** The order of the labels themselves. */
export const LABEL_ORDER: CornerOrder = [0, 1, 2];

/** Every way to turn a triangle or to mirror it. */
export const CORNER_ORDERS: readonly CornerOrder[] = [
  LABEL_ORDER,
  [1, 2, 0],
  [2, 0, 1],
  [1, 0, 2],
  [0, 2, 1],
  [2, 1, 0],
];

/**
 * The corner order of one teller: the same for all triads of a story and whenever it is taken up again, and over many
 * tellers each order as often as any other.
 * @param seed the draft's id; hashed by FNV-1a, so that ids made one after the other do not follow each other here
 */
export function cornersFor(seed: string): CornerOrder {
  let hash = 0x811c9dc5;
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  // The last letters have hardly reached the low bits yet.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return CORNER_ORDERS[((hash ^ (hash >>> 16)) >>> 0) % CORNER_ORDERS.length] ?? LABEL_ORDER;
}

export function isLabelOrder(order: CornerOrder): boolean {
  return order[0] === 0 && order[1] === 1 && order[2] === 2;
}

/** Shares in label order, told by corner instead: how much there is of what stands at start, end and top. */
export function byCorner(p: Barycentric, order: CornerOrder): Barycentric {
  const parts = [p.a, p.b, p.c];
  const at = (corner: 0 | 1 | 2) => parts[order[corner]] ?? 0;
  return barycentric(at(0), at(1), at(2));
}

/** The way back: shares by corner, put into label order. */
export function byLabel(p: Barycentric, order: CornerOrder): Barycentric {
  const parts = [p.a, p.b, p.c];
  const of = (label: number) => parts[order.indexOf(label)] ?? 0;
  return barycentric(of(0), of(1), of(2));
}
