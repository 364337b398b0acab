/**
 * A file of sound without anything beside the sound. `has_tags`: it carries words, pictures or places that we do not
 * take out of this kind of file. `not_readable`: it is not built as its first bytes say, or holds more than sound.
 */
export type Cleaned =
  | { readonly kind: 'clean'; readonly bytes: Uint8Array }
  | { readonly kind: 'has_tags' }
  | { readonly kind: 'not_readable' };

export const HAS_TAGS: Cleaned = { kind: 'has_tags' };
export const NOT_READABLE: Cleaned = { kind: 'not_readable' };

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as Latin-1 letters: names of boxes and headers. */
export function letters(bytes: Uint8Array, from: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + count));
}
