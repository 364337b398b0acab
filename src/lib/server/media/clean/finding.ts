/**
 * What was found in a file's bytes. `has_metadata` names the place, never what stands in it. `not_readable`: it is not
 * built as its type says, which includes anything behind its end.
 */
export type Finding =
  | { readonly kind: 'clean' }
  | { readonly kind: 'has_metadata'; readonly where: string }
  | { readonly kind: 'not_readable' };

export const CLEAN: Finding = { kind: 'clean' };
export const NOT_READABLE: Finding = { kind: 'not_readable' };
export const hasMetadata = (where: string): Finding => ({ kind: 'has_metadata', where });

/** Four bytes as the letters they stand for; anything else as a full stop. */
export function fourLetters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4)).replaceAll(/[^\x20-\x7e\xa9]/g, '.');
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function allZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
