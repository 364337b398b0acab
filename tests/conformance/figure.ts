/** Where a figure stands in a reference file: its keys from the top. */
export type Path = readonly string[];

/** One figure of a reference: a number, a text, or a list of texts that only make sense together (a pair, an order of ids). */
export interface Figure {
  readonly path: Path;
  readonly value: unknown;
}

/** Every leaf of a tree, in its own order. Nothing is chosen here: what nobody computes must show. */
export function figuresOf(tree: unknown, path: Path = []): Figure[] {
  if (Array.isArray(tree)) {
    const parts: readonly unknown[] = tree;
    if (parts.length > 0 && parts.every((part) => typeof part === 'string')) return [{ path, value: parts }];
    return parts.flatMap((part, i) => figuresOf(part, [...path, String(i)]));
  }
  if (isRecord(tree)) return Object.entries(tree).flatMap(([key, part]) => figuresOf(part, [...path, key]));
  return [{ path, value: tree }];
}

/** What stands at a path of a tree; undefined where there is nothing. */
export function at(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => {
    if (Array.isArray(part)) return (part as readonly unknown[])[Number(key)]; // a list is read by number
    return isRecord(part) ? part[key] : undefined;
  }, tree);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Numbers at a path, where the reference names what was computed (a grid, a list of k); empty where it does not. */
export function numbersAt(tree: unknown, path: Path): number[] {
  const found = at(tree, path);
  return Array.isArray(found) ? found.filter((value) => typeof value === 'number') : [];
}

export function numberAt(tree: unknown, path: Path): number | null {
  const found = at(tree, path);
  return typeof found === 'number' ? found : null;
}

export function textAt(tree: unknown, path: Path): string | null {
  const found = at(tree, path);
  return typeof found === 'string' ? found : null;
}
