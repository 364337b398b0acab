/** Namespace of Sheaf's imports (RFC 9562, version 5): drawn once, never changed, or every import would double. */
const NAMESPACE = '7b0c8c3e-5d5a-4b7e-9a53-2f1f6d0f7c11';

/** The same capture gets the same id every time, so that importing a file twice adds nothing. */
export async function importedStoryId(source: string, capture: string): Promise<string> {
  const namespace = Uint8Array.from(NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const name = new TextEncoder().encode(`${source}/${capture}`);
  const digest = await crypto.subtle.digest('SHA-1', Uint8Array.from([...namespace, ...name]));
  const bytes = new Uint8Array(digest).subarray(0, 16);
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
