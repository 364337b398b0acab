/**
 * A circulation with bounds: whole amounts on edges, what comes into a node goes out of it. One that satisfies all
 * bounds is known (the true table); asked is how far the amount on one edge could be changed by any other one.
 */
export interface Circulation {
  readonly nodes: number;
  /** Two arcs an edge, 2e along it and 2e+1 against it: where each leads, and how much more can run over it. */
  readonly ends: number[];
  readonly room: number[];
  /** The arcs that leave each node. */
  readonly leaving: readonly number[][];
}

export const WITHOUT_END = Number.MAX_SAFE_INTEGER;

export function circulationOf(nodes: number): Circulation {
  return { nodes, ends: [], room: [], leaving: Array.from({ length: nodes }, () => []) };
}

/** The number of the edge. Bounds that exclude the true amount are moved to it. */
export function addEdge(
  { ends, room, leaving }: Circulation,
  [from, to]: readonly [number, number],
  flow: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  const arc = ends.length;
  ends.push(to, from);
  room.push(Math.max(0, high - flow), Math.max(0, flow - low));
  leaving[from]?.push(arc);
  leaving[to]?.push(arc + 1);
  return arc / 2;
}

/**
 * How much more and how much less than now can run over an edge: the largest flow that the others carry back from its
 * end to its beginning, and the other way (Ford and Fulkerson 1956; shortest paths after Edmonds and Karp 1972). Exact:
 * bounds of a network are reached by whole numbers.
 *
 * @param enough more than this need not be known
 */
export function playOf(circulation: Circulation, edge: number, enough: number): { more: number; less: number } {
  const [to = 0, from = 0] = circulation.ends.slice(2 * edge, 2 * edge + 2);
  const [up = 0, down = 0] = circulation.room.slice(2 * edge, 2 * edge + 2);
  return {
    more: largestFlow(circulation, edge, to, from, Math.min(up, enough)),
    less: largestFlow(circulation, edge, from, to, Math.min(down, enough)),
  };
}

function largestFlow(circulation: Circulation, without: number, from: number, to: number, limit: number): number {
  const room = Float64Array.from(circulation.room);
  room[2 * without] = 0;
  room[2 * without + 1] = 0;
  let total = 0;
  while (total < limit) {
    const path = shortestPath(circulation, room, from, to);
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
  { nodes, ends, leaving }: Circulation,
  room: Float64Array,
  from: number,
  to: number,
): number[] | null {
  const by = new Int32Array(nodes).fill(-1);
  const queue = [from];
  for (const node of queue) {
    if (node === to) break;
    for (const arc of leaving[node] ?? []) {
      const next = ends[arc] ?? 0;
      if ((room[arc] ?? 0) <= 0 || next === from || by[next] !== -1) continue;
      by[next] = arc;
      queue.push(next);
    }
  }
  if (by[to] === -1) return null;
  const path: number[] = [];
  for (let node = to; node !== from;) {
    const arc = by[node] ?? 0;
    path.push(arc);
    node = ends[arc ^ 1] ?? from;
  }
  return path;
}
