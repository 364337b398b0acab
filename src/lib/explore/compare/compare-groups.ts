import type { Clause } from '../../columns/clause';
import type { Kernel } from '../../columns/kernel';
import { storySetOf } from '../../columns/story-set';
import { meanOf, type DrawnMean } from './mean-regions';
import type { ComparedGroup, CompareQuestion, Comparison } from './comparison';

/** Counts every signifier in groups of stories. Nothing is tested: whoever picks groups after looking explores. */
export function compareGroups(kernel: Kernel, { within, groups }: CompareQuestion): Comparison {
  const named = groups.map((group) => (group === null ? null : rowsOf(kernel, [...within, ...apart(group)])));
  const inHow = new Uint8Array(kernel.snapshot.rows);
  for (const member of named) member?.forEach((value, row) => (inHow[row] = (inHow[row] ?? 0) + value));
  const all = rowsOf(kernel, within);
  const rest = all.map((value, row) => (value === 1 && inHow[row] === 0 ? 1 : 0));
  const members = named.map((member) => member ?? rest);
  const { signifiers } = kernel.snapshot.head;
  const asked = kernel.dimensions.filter(({ id }) => signifiers.some((signifier) => signifier.id === id));
  const triads = new Set(asked.flatMap(({ kind, id }) => (kind === 'triad' ? [id] : [])));
  const set = storySetOf(kernel.snapshot, triads);
  const meansOf = (id: string): (DrawnMean | null)[] => {
    const block = set.blocks.find((each) => each.id === id);
    return block ? members.map((member) => meanOf(block, set.cluster, member)) : [];
  };
  return {
    groups: members.map((member) => groupOf(kernel, member)),
    overlap: inHow.reduce((sum, count) => sum + (count > 1 ? 1 : 0), 0),
    signifiers: asked.map((dimension) => ({
      dimension,
      tallies: members.map((member) => kernel.count(dimension.id, member)),
      means: meansOf(dimension.id),
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

function groupOf({ snapshot }: Kernel, member: Uint8Array): ComparedGroup {
  const seen = new Set<number>();
  let n = 0;
  member.forEach((value, row) => {
    if (value === 0) return;
    n += 1;
    seen.add(snapshot.cluster[row] ?? 0);
  });
  return { n, clusters: seen.size, member };
}
