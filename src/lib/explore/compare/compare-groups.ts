import type { Clause } from '../../columns/clause';
import type { Kernel } from '../../columns/kernel';
import type { ComparedGroup, CompareQuestion, Comparison } from './comparison';

/** Counts every signifier in two groups of stories. Nothing is tested: whoever picks groups after looking explores. */
export function compareGroups(kernel: Kernel, { within, first, second }: CompareQuestion): Comparison {
  const all = rowsOf(kernel, within);
  const one = rowsOf(kernel, [...within, ...apart(first)]);
  const other = second === null ? without(all, one) : rowsOf(kernel, [...within, ...apart(second)]);
  let both = 0;
  for (let row = 0; row < one.length; row += 1) both += one[row] === 1 && other[row] === 1 ? 1 : 0;
  const { signifiers } = kernel.snapshot.head;
  const asked = kernel.dimensions.filter(({ id }) => signifiers.some((signifier) => signifier.id === id));
  return {
    first: groupOf(kernel, one),
    second: groupOf(kernel, other),
    both,
    signifiers: asked.map((dimension) => ({
      dimension,
      first: kernel.count(dimension.id, one),
      second: kernel.count(dimension.id, other),
    })),
  };
}

/** A filter and a group may speak of the same dimension: both must hold, so they may not share a source. */
function apart(group: readonly Clause[]): Clause[] {
  return group.map((clause) => ({ ...clause, source: `_group.${clause.dimension}` }));
}

function rowsOf(kernel: Kernel, clauses: readonly Clause[]): Uint8Array {
  const { fail } = kernel.select(clauses, []);
  return Uint8Array.from(fail, (word) => (word === 0 ? 1 : 0));
}

function without(all: Uint8Array, some: Uint8Array): Uint8Array {
  return all.map((value, row) => (value === 1 && some[row] === 0 ? 1 : 0));
}

function groupOf({ snapshot }: Kernel, rows: Uint8Array): ComparedGroup {
  const seen = new Set<number>();
  let n = 0;
  rows.forEach((value, row) => {
    if (value === 0) return;
    n += 1;
    seen.add(snapshot.cluster[row] ?? 0);
  });
  return { n, clusters: seen.size, rows };
}
