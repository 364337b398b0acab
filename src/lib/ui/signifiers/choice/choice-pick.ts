/**
 * The options chosen after one was pressed. In a single choice the new one takes the old one's place; in a multiple
 * one it is added or taken away, and one too many changes nothing.
 */
export function pick(chosen: readonly string[], id: string, maxChosen: number): string[] {
  if (maxChosen === 1) return [id];
  if (chosen.includes(id)) return chosen.filter((other) => other !== id);
  return chosen.length >= maxChosen ? [...chosen] : [...chosen, id];
}
