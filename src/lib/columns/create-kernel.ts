import { MAX_SOURCES, type Clause } from './clause';
import { createPrepared, problemOf, rowCondition, type RowCondition } from './row-condition';
import { tidyClause } from './clause-link';
import { dimensionsOf, type Dimension } from './dimension';
import type { Kernel, Selection, View, ViewCounts } from './kernel';
import { createRowSets } from './row-sets';
import type { Snapshot } from './snapshot';
import { combine, createCounter, type Counter, type Sums } from './tally';

/**
 * Answers selections by the typed pass: each source's bit is worked out anew only when its clauses change, then every
 * view counts the smaller of "passes" and "fails" and takes the rest from the totals.
 */
export function createKernel(snapshot: Snapshot): Kernel {
  const dimensions = dimensionsOf(snapshot);
  const byId = new Map(dimensions.map((dimension) => [dimension.id, dimension]));
  const views = dimensions.map(({ id }): View => ({ id, dimension: id }));
  const counters = new Map<string, { counter: Counter; everything: Sums }>();
  const rowSets = createRowSets(snapshot.rows);
  const prepared = createPrepared(snapshot);
  const { readable, serial } = snapshot;

  function counted(dimension: Dimension) {
    const known = counters.get(dimension.id);
    if (known !== undefined) return known;
    const counter = createCounter(snapshot, dimension, prepared.bins(dimension));
    const made = { counter, everything: counter.count(rowSets.all, 0, rowSets.all.length) };
    counters.set(dimension.id, made);
    return made;
  }

  function check(clauses: readonly Clause[]) {
    return clauses.flatMap((clause) => problemOf(byId.get(clause.dimension), clause) ?? []);
  }

  function tests(clauses: readonly Clause[]): RowCondition[] {
    return clauses.flatMap((clause) => {
      const dimension = byId.get(clause.dimension);
      return (dimension && rowCondition(snapshot, dimension, clause, prepared)) ?? [];
    });
  }

  function countView(view: View): ViewCounts {
    const dimension = byId.get(view.dimension);
    if (dimension === undefined) throw new RangeError(`no dimension ${view.dimension} in this snapshot`);
    const { counter, everything } = counted(dimension);
    const { rows, passing, onlyFailing } = rowSets;
    // Counted from whichever end of `rows` is shorter: those that pass stand in front, the others behind.
    const base =
      passing() * 2 <= rows.length
        ? counter.count(rows, 0, passing())
        : combine(everything, counter.count(rows, passing(), rows.length), -1);
    const own = onlyFailing(view.id);
    const selection = own.length === 0 ? base : combine(base, counter.count(own, 0, own.length), 1);
    return {
      view: view.id,
      dimension,
      everything: counter.tally(everything),
      selection: counter.tally(selection),
    };
  }

  function select(asked: readonly Clause[], shown: readonly View[] = views): Selection {
    const refused = new Set(check(asked).map((problem) => problem.clause));
    const clauses = asked.filter((clause) => !refused.has(clause)).map(tidyClause);
    const bySource = groupBySource(clauses);
    if (bySource.size > MAX_SOURCES) throw new RangeError(`more than ${MAX_SOURCES} sources in one selection`);
    rowSets.update(bySource, tests);
    let readableCount = 0;
    for (let i = 0; i < rowSets.passing(); i += 1) if (readable[rowSets.rows[i] ?? 0] === 2) readableCount += 1;
    return {
      clauses,
      n: rowSets.passing(),
      readable: readableCount,
      views: shown.map(countView),
      fail: rowSets.fail,
      bitOf: rowSets.bitOf,
    };
  }

  return {
    snapshot,
    dimensions,
    views,
    check,
    select,
    count(id, rows) {
      const dimension = byId.get(id);
      if (dimension === undefined) throw new RangeError(`no dimension ${id} in this snapshot`);
      const { counter } = counted(dimension);
      const meant = Uint32Array.from(rowSets.all).filter((row) => rows[row] === 1);
      return counter.tally(counter.count(meant, 0, meant.length));
    },
    serials({ fail }, { readableOnly = false, offset = 0, limit = Infinity } = {}) {
      const found: number[] = [];
      let skipped = 0;
      for (let row = 0; row < snapshot.rows && found.length < limit; row += 1) {
        if (fail[row] !== 0 || (readableOnly && readable[row] !== 2)) continue;
        if (skipped < offset) skipped += 1;
        else found.push(serial[row] ?? 0);
      }
      return found;
    },
  };
}

/** `Map.groupBy` is not in Node 20. */
function groupBySource(clauses: readonly Clause[]): Map<string, Clause[]> {
  const groups = new Map<string, Clause[]>();
  for (const clause of clauses) groups.set(clause.source, [...(groups.get(clause.source) ?? []), clause]);
  return groups;
}
