import type { PushItem } from './push';

/**
 * A push item as it is kept and sent, its story in canonical JSON: what was hashed is what travels, and the server, which
 * spells it again to compare the hash, finds every name in its place.
 * @param story its canonical JSON
 */
export function pushItemText({ id, hash, receipt, help }: Omit<PushItem, 'story'>, story: string): string {
  return `${JSON.stringify({ id, hash, receipt, help }).slice(0, -1)},"story":${story}}`;
}
