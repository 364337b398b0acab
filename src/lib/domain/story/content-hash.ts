/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON with one spelling: keys sorted by UTF-16 code unit, no white space, members that are undefined left out
 * (the object part of RFC 8785; numbers are spelled by JSON.stringify, which that RFC takes over).
 * @throws on a number that JSON cannot spell
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('JSON has no spelling for this number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let members = '';
  if (isList(value)) {
    for (const entry of value) members += `${members === '' ? '' : ','}${canonicalJson(entry)}`;
    return `[${members}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    const name = PLAIN.test(key) ? `"${key}"` : JSON.stringify(key);
    members += `${members === '' ? '' : ','}${name}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Names that JSON spells as they are: nearly all of ours. */
const PLAIN = /^[\w.-]*$/;

/** SHA-256 of the canonical JSON as lower-case hex: with the id it decides whether two stories are the same. */
export async function contentHash(value: Json): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(value)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isList(value: readonly Json[] | { readonly [key: string]: Json | undefined }): value is readonly Json[] {
  return Array.isArray(value);
}
