/** Sealed texts come in steps of this many bytes: their length does not say whether a name or a telephone number is inside. */
const STEP = 512;

/** A text with spaces behind it up to the next step, as bytes. JSON does not mind spaces at its end. */
export function padded(text: string): ArrayBuffer {
  const json = new TextEncoder().encode(JSON.stringify(text));
  const bytes = new Uint8Array(Math.ceil(json.length / STEP) * STEP).fill(0x20);
  bytes.set(json);
  return bytes.buffer;
}

/** The text that `padded` was given. @throws when the bytes are no such text */
export function unpadded(bytes: ArrayBuffer): string {
  const text: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (typeof text !== 'string') throw new TypeError('a sealed text was expected');
  return text;
}
