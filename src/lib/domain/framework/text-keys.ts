import type { Edition } from './edition';

/** The key of a part of a framework: keys are paths of ids, `signifiers.triad.right.stem`. */
export function textKey(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The id by which a part of a list is named in a key; undefined for parts without one, which go by their number. */
export function idOf(entry: unknown): string | undefined {
  if (entry === null || typeof entry !== 'object' || !('id' in entry)) return undefined;
  return typeof entry.id === 'string' ? entry.id : undefined;
}

/**
 * Every text of an edition by the key it has in its framework (`wordingsOf` has the same keys). Ids and other strings
 * that are no texts are among them, under keys that no wording has.
 */
export function textsOf(edition: Edition): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (Array.isArray(value))
      value.forEach((entry: unknown, index) => walk(entry, textKey(path, idOf(entry) ?? String(index))));
    else if (value !== null && typeof value === 'object')
      for (const [key, entry] of Object.entries(value)) walk(entry, textKey(path, key));
  };
  walk(edition, '');
  return found;
}
