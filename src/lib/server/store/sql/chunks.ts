/** Rows in one statement: SQLite takes 32,766 parameters, PostgreSQL 65,535, and no table of ours has 20 columns. */
const ROWS = 1000;

/** A list in pieces that fit into one statement each, in order; an empty list has none. */
export function* chunksOf<T>(list: readonly T[], rows = ROWS): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += rows) yield list.slice(from, from + rows);
}

/** A list by a name each entry has, both in the order of the list. */
export function groupedBy<T>(list: readonly T[], nameOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const group = groups.get(nameOf(entry));
    if (group === undefined) groups.set(nameOf(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}
