/** A month counted from January 1970 as year and month (1 to 12). */
export function yearMonth(month: number): { readonly year: number; readonly month: number } {
  return { year: 1970 + Math.floor(month / 12), month: (month % 12) + 1 };
}
