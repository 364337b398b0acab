/**
 * The vendor's files come through R, which wraps every scalar in a list of one and writes an empty object for null.
 * Both forms are accepted everywhere: `["x"]` reads as `"x"`, `{}` as null.
 */
export function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [only] = value as unknown[];
    if (value.length === 1 && (typeof only !== 'object' || only === null)) return only;
    return value.map((entry: unknown) => unwrap(entry));
  }
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value);
  return members.length === 0 ? null : Object.fromEntries(members.map(([key, member]) => [key, unwrap(member)]));
}
