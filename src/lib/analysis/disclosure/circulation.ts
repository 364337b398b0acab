/**
 * A circulation with bounds: whole amounts on edges, what comes into a node goes out of it. One that satisfies all
 * bounds is known (the true table); asked is how far the amount on one edge could be changed by any other one.
 */
export interface Circulation {
  readonly nodes: number;
  readonly edges: { readonly from: number; readonly to: number; readonly up: number; readonly down: number }[];
}

export const WITHOUT_END = Number.MAX_SAFE_INTEGER;

/** The number of the edge. Bounds that exclude the true amount are moved to it. */
export function addEdge(
  { edges }: Circulation,
  [from, to]: readonly [number, number],
  flow: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  edges.push({ from, to, up: Math.max(0, high - flow), down: Math.max(0, flow - low) });
  return edges.length - 1;
}

/**
 * How much more and how much less than now can run over an edge: the largest flow that the others carry back from its
 * end to its beginning, and the other way (Ford and Fulkerson 1956; shortest paths after Edmonds and Karp 1972). Exact:
 * bounds of a network are reached by whole numbers.
 */
export function playOf(circulation: Circulation, edge: number): { readonly more: number; readonly less: number } {
  const target = circulation.edges[edge];
  if (target === undefined) throw new Error(`there is no edge ${edge}`);
  return {
    more: largestFlow(circulation, edge, target.to, target.from, target.up),
    less: largestFlow(circulation, edge, target.from, target.to, target.down),
  };
}

function largestFlow(circulation: Circulation, without: number, from: number, to: number, limit: number): number {
  const { nodes, edges } = circulation;
  // Two arcs an edge: 2e along it, 2e+1 against it.
  const room = edges.flatMap(({ up, down }, edge) => (edge === without ? [0, 0] : [up, down]));
  const ends = edges.flatMap((edge) => [edge.to, edge.from]);
  const arcs: number[][] = Array.from({ length: nodes }, () => []);
  edges.forEach((edge, index) => {
    arcs[edge.from]?.push(2 * index);
    arcs[edge.to]?.push(2 * index + 1);
  });
  let total = 0;
  while (total < limit) {
    const path = shortestPath(arcs, ends, room, from, to);
    if (path === null) break;
    let amount = limit - total;
    for (const arc of path) amount = Math.min(amount, room[arc] ?? 0);
    for (const arc of path) {
      room[arc] = (room[arc] ?? 0) - amount;
      room[arc ^ 1] = (room[arc ^ 1] ?? 0) + amount;
    }
    total += amount;
  }
  return total;
}

function shortestPath(
  arcs: readonly (readonly number[])[],
  ends: readonly number[],
  room: readonly number[],
  from: number,
  to: number,
): number[] | null {
  const by = new Map<number, number>([[from, -1]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) break;
    for (const arc of arcs[node] ?? []) {
      const next = ends[arc] ?? 0;
      if ((room[arc] ?? 0) <= 0 || by.has(next)) continue;
      by.set(next, arc);
      queue.push(next);
    }
  }
  if (!by.has(to)) return null;
  const path: number[] = [];
  for (let node = to; node !== from;) {
    const arc = by.get(node) ?? 0;
    path.push(arc);
    node = ends[arc ^ 1] ?? from;
  }
  return path;
}
