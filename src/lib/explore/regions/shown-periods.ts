/** So many stand beside each other with room for a finger each. */
const MOST = 12;
/** Periods without enough stories that are shown after the last one with enough. */
const AFTER = 3;

/**
 * The run of periods a picture shows: the last twelve; where none of those may be shown, the twelve about the last that may.
 *
 * @param mayShow per period whether it has enough stories
 */
export function shownRun(mayShow: readonly boolean[]): { readonly from: number; readonly to: number } {
  const all = mayShow.length;
  const last = mayShow.lastIndexOf(true);
  const to = last >= 0 && last < all - MOST ? Math.min(all, last + 1 + AFTER) : all;
  return { from: Math.max(0, to - MOST), to };
}
