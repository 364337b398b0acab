/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON with one spelling: keys sorted by UTF-16 code unit, no white space, members that are undefined left out
 * (the object part of RFC 8785; numbers are spelled by JSON.stringify, which that RFC takes over).
 * @throws on a number that JSON cannot spell
 */
export function canonicalJson(value: Json): string {
  return isInOrder(value) ? JSON.stringify(value) : spelled(value);
}

function spelled(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('JSON has no spelling for this number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let members = '';
  if (isList(value)) {
    for (const entry of value) members += `${members === '' ? '' : ','}${spelled(entry)}`;
    return `[${members}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    const name = PLAIN.test(key) ? `"${key}"` : JSON.stringify(key);
    members += `${members === '' ? '' : ','}${name}:${spelled(member)}`;
  }
  return `{${members}}`;
}

/**
 * Whether JSON.stringify spells a value as it has to be spelled: so it is with what was read from canonical JSON, unless
 * a name looks like a number (those come first in every object).
 */
function isInOrder(value: Json): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return true;
  if (isList(value)) return value.every(isInOrder);
  let last: string | undefined;
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member === undefined || (last !== undefined && key < last) || !isInOrder(member)) return false;
    last = key;
  }
  return true;
}

/** Names that JSON spells as they are: nearly all of ours. */
const PLAIN = /^[\w.-]*$/;

/** SHA-256 of the canonical JSON as lower-case hex: with the id it decides whether two stories are the same. */
export function contentHash(value: Json): Promise<string> {
  return hashOfCanonical(canonicalJson(value));
}

/** The same of a text that `canonicalJson` has made. */
export async function hashOfCanonical(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isList(value: readonly Json[] | { readonly [key: string]: Json | undefined }): value is readonly Json[] {
  return Array.isArray(value);
}
