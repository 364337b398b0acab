import { groupOf, NOBODY, type Group } from './group';
import type { SelectionLedger } from './selection-ledger';
import { hasStory, type StoryBits } from './story-bits';

/**
 * The groups that an answer about `stories` would set apart beside everything told so far: the halves of every part it
 * cuts. If no half is weak, no part ever is, and nothing that can be worked out is (the sums of parts are closed, see
 * `weaknessOf`): this covers the plain difference of two answers, Schlörer's individual tracker and Denning's general
 * and double trackers (Denning, Denning and Schwartz 1979, ACM TODS 4, 76-96) at any length.
 *
 * A new question whose set cuts no part tells one thing only: that a difference is empty. It sets the empty group apart.
 * So all told sets are linearly independent, and no empty group can be worked out either.
 *
 * @returns none while nothing but the whole has been told: `itself` and `complement` speak then
 */
export function differenceGroups(
  ledger: SelectionLedger,
  stories: StoryBits,
  clusterOf: ArrayLike<number>,
): readonly Group[] {
  if (ledger.parts === 1) return [];
  const halves = Array.from({ length: ledger.parts * 2 }, (): number[] => []);
  ledger.part.forEach((part, row) => halves[part * 2 + (hasStory(stories, row) ? 1 : 0)]?.push(row));
  const apart: Group[] = [];
  for (let part = 0; part < ledger.parts; part += 1) {
    const [outside = [], inside = []] = halves.slice(part * 2, part * 2 + 2);
    if (outside.length === 0 || inside.length === 0) continue;
    apart.push(groupOf(outside, clusterOf), groupOf(inside, clusterOf));
  }
  return apart.length === 0 ? [NOBODY] : apart;
}
