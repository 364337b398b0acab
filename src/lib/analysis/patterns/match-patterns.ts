import { squaredApart, type Centres } from './centres';
import { leastAssignment } from './least-assignment';

/** A pattern found now and the earlier one it continues. */
export interface Match {
  readonly now: number;
  readonly before: number;
  /** Distance of their centres, in design-scaled units over all blocks. */
  readonly distance: number;
}

/** How patterns found at two times belong together. */
export interface Matching {
  readonly matches: readonly Match[];
  /** Patterns that continue none, and earlier ones that none continues. */
  readonly arisen: readonly number[];
  readonly gone: readonly number[];
}

/**
 * Keeps patterns' names over time: the pairing of earlier and present centres with the least sum of squared distances
 * (Kuhn 1955; METHOD 2b). A pair farther apart than `most` is no continuation: a name must not wander to other stories.
 *
 * Both must be centres of the same blocks in the same order.
 *
 * @param most in design-scaled units; by default half of the distance of the nearest two earlier centres
 */
export function matchPatterns(before: Centres, now: Centres, most = halfLeastApart(before)): Matching {
  if (before.width !== now.width) throw new RangeError('centres of different blocks cannot be matched');
  // Beyond the limit all are equally far: a new pattern far away must not push the others off their own.
  const costs = Array.from({ length: now.count }, (_, i) =>
    Array.from({ length: before.count }, (__, j) => Math.min(squaredApart(now, i, before, j), most * most)),
  );
  const matches = leastAssignment(costs)
    .map(([i, j]) => ({ now: i, before: j, distance: Math.sqrt(squaredApart(now, i, before, j)) }))
    .filter(({ distance }) => distance <= most);
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
  return {
    matches,
    arisen: numbers(now.count).filter((i) => !matches.some((match) => match.now === i)),
    gone: numbers(before.count).filter((j) => !matches.some((match) => match.before === j)),
  };
}

/** Half of the distance of the nearest two centres; Infinity for fewer than two. */
export function halfLeastApart(centres: Centres): number {
  let least = Infinity;
  for (let i = 0; i < centres.count; i += 1) {
    for (let j = 0; j < i; j += 1) least = Math.min(least, squaredApart(centres, i, centres, j));
  }
  return Math.sqrt(least) / 2;
}
