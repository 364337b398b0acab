import type { FrameworkSignifier } from '../../../domain/framework/framework';
import { seededRandom, type Random } from './random';

/** How many ways of living through things the synthetic stories are drawn from; a tenth of them follow none. */
export const PATTERNS = 4;

/**
 * How a signifier tends to be answered in one pattern: weights that gather on one or two places. Drawn from the ids
 * alone, so that every synthetic programme of a framework has the same patterns behind it.
 */
export function weightsFor(signifier: HasId, part: string, pattern: number, count: number): readonly number[] {
  const key = `${signifier.id}/${part}/${pattern}/${count}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const random = seededRandom(key);
  const weights = Array.from({ length: count }, () => 0.3 + random.next());
  const first = random.whole(0, count - 1);
  const second = random.whole(0, count - 1);
  weights[first] = (weights[first] ?? 0) + count * 0.9;
  weights[second] = (weights[second] ?? 0) + count * 0.35;
  drawn.set(key, weights);
  return weights;
}

type HasId = Pick<FrameworkSignifier, 'id'>;
/** Always the same for the same key: kept, because a hundred thousand stories ask for them millions of times. */
const drawn = new Map<string, readonly number[]>();

/** Between 3 and 9 in 100 say "does not fit my story", each signifier its own share. */
export function notApplicableShare(signifier: HasId): number {
  return 0.03 + (0.06 * (weightsFor(signifier, 'na', 0, 1)[0] ?? 0)) / 2.55;
}

export function unansweredShare(signifier: HasId): number {
  return 0.01 + (0.03 * (weightsFor(signifier, 'gap', 0, 1)[0] ?? 0)) / 2.55;
}

/** Children tap corners, edges and the middle exactly far more often than adults drag there. */
export function tapsExactly(random: Random, audience: string): boolean {
  return random.chance(audience === 'child' ? 0.35 : 0.12);
}
