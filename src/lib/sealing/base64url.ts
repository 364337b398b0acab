/** Bytes as letters that fit into JSON and addresses (RFC 4648, section 5, without padding). */
export function toBase64url(bytes: ArrayBuffer): string {
  const letters = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The way back. @throws when the text is not base64url */
export function fromBase64url(text: string): ArrayBuffer {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0)).buffer;
}
