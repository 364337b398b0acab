import type { Clause } from '../columns/clause';
import type { Kernel, Tally, ViewCounts } from '../columns/kernel';
import type { WallSelection } from './kernel-messages';

/** A view counted with its own filters too: the kernel leaves out only clauses of the view's own id. */
const FINAL = '/final';

/** One selection answered for every view of the wall. */
export function answerSelection(kernel: Kernel, asked: readonly Clause[]): WallSelection {
  const refused = kernel.check(asked).map((problem) => problem.clause);
  const clauses = asked.filter((clause) => !refused.includes(clause));
  const sources = new Set(clauses.map((clause) => clause.source));
  const own = kernel.views.filter((view) => sources.has(view.id));
  const selection = kernel.select(clauses, [
    ...kernel.views,
    ...own.map((view) => ({ id: view.id + FINAL, dimension: view.dimension })),
  ]);
  const isFinal = ({ view }: ViewCounts): boolean => view.endsWith(FINAL);
  const tallies = (counts: readonly ViewCounts[]): Record<string, Tally> =>
    Object.fromEntries(counts.map((count) => [count.view.replace(FINAL, ''), count.selection]));
  return {
    n: selection.n,
    readable: selection.readable,
    clusters: clustersOf(kernel, selection.fail),
    views: tallies(selection.views.filter((count) => !isFinal(count))),
    final: tallies(selection.views.filter(isFinal)),
    // The kernel's own array is written again by the next selection: the page gets a copy.
    fail: selection.fail.slice(),
    bits: Object.fromEntries([...sources].map((source) => [source, selection.bitOf(source)])),
    refused,
  };
}

/** Every story by view. */
export function everythingOf(kernel: Kernel): Record<string, Tally> {
  return Object.fromEntries(kernel.select([]).views.map((count) => [count.view, count.everything]));
}

function clustersOf({ snapshot }: Kernel, fail: Uint32Array): number {
  const seen = new Uint8Array(snapshot.head.clusters);
  let clusters = 0;
  for (let row = 0; row < fail.length; row += 1) {
    const cluster = snapshot.cluster[row] ?? 0;
    if (fail[row] !== 0 || seen[cluster] === 1) continue;
    seen[cluster] = 1;
    clusters += 1;
  }
  return clusters;
}
