import type { Audience } from '../domain/audience';

/**
 * A child reads one sentence as the question and the rest as words under it ("What made the biggest difference?" /
 * "It could be there, or it could be missing."). Others get their question whole.
 */
export function headingParts(text: string, audience: Audience): { text: string; lead?: string } {
  if (audience !== 'child') return { text };
  // The last two end a sentence in Arabic and in Urdu.
  const cut = /^(.+?[.?!؟۔])\s+(\S.*)$/s.exec(text);
  return cut?.[1] !== undefined && cut[2] !== undefined ? { text: cut[1], lead: cut[2] } : { text };
}
