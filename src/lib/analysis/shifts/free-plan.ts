import { NO_GROUP } from '../representation/block';
import { countingStories, FIXED, type ExchangePlan } from './exchanges';

/**
 * Every story changes places with every other: the free permutation of the conformance figures, right only where stories
 * are independent. Told in sessions they are not, and this test then finds shifts that are none (docs/calibration.md).
 *
 * @param takesPart the stories that answered: labels are permuted among them
 */
export function freePlan(
  groupOf: Uint16Array,
  groups: number,
  group: number,
  takesPart: (story: number) => boolean = () => true,
): ExchangePlan {
  const unitOf = new Int32Array(groupOf.length).fill(FIXED.outside);
  const own: number[] = [];
  const rest: number[] = [];
  for (let i = 0; i < groupOf.length; i += 1) {
    if ((groupOf[i] ?? NO_GROUP) < groups && takesPart(i)) (groupOf[i] === group ? own : rest).push(i);
  }
  [...own, ...rest].forEach((story, unit) => (unitOf[story] = unit));
  const units = own.length + rest.length;
  return { pools: [{ start: 0, units, take: own.length }], units, unitOf, counting: countingStories(unitOf) };
}
