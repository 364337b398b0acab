/** One short stalk in a 10 x 16 box, its foot at the bottom. */
export interface Stalk {
  readonly state: 'told' | 'now' | 'to_come';
  readonly path: string;
}

/** Small leans, one after the other, so that the row looks grown and is the same at every visit. */
const LEANS = [0, 1.6, -1.8, 0.9, -0.4, -1.4, 1.2, -0.9, -1.9, 1.5] as const;
const HEIGHT = { told: 12, now: 16, to_come: 6 } as const;

/** @param now from 1 */
export function stalks(now: number, of: number): Stalk[] {
  return Array.from({ length: of }, (_, index) => {
    const state = index + 1 < now ? 'told' : index + 1 === now ? 'now' : 'to_come';
    const height = HEIGHT[state];
    const lean = (LEANS[index % LEANS.length] ?? 0) * (height / HEIGHT.told);
    return { state, path: `M5 16q0 ${-height / 2} ${lean} ${-height}` };
  });
}
