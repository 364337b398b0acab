/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, then randomness, so that ids made on a device sort roughly by time
 * in an index. The time part may lie with the device's clock; nothing orders by it.
 * @param now milliseconds since 1970  @param random 10 random bytes
 */
export function storyId(now: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('a story id needs 10 random bytes');
  const bytes = new Uint8Array(16);
  let rest = Math.max(0, Math.floor(now));
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
