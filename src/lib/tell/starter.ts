/** A starter put behind what is written already, on a line of its own; the dots of "I needed …" are left for the words. */
export function withStarter(text: string, starter: string): string {
  const begin = `${starter.replace(/\s*(…|\.\.\.)\s*$/, '')} `;
  if (text.trim() === '') return begin;
  return `${text.replace(/\s+$/, '')}\n${begin}`;
}
