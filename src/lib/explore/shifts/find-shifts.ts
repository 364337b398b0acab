import type { Progress } from '../../analysis/progress';
import { NO_GROUP, type Grouping } from '../../analysis/representation/block';
import { crossed } from '../../analysis/shifts/strata';
import { shiftsOf } from '../../analysis/shifts/shifts-of';
import { groupingOf } from '../../columns/grouping';
import type { Kernel } from '../../columns/kernel';
import { storiesAt, storySetOf } from '../../columns/story-set';
import type { GroupSize, ShiftsAnswer, ShiftsQuestion } from './shifts-answer';

/**
 * The shifts of a view. The family is every group with enough stories on every signifier that has a place (multiple
 * choices as one test each, their options added up; stones likewise): fixed by what is asked, never by what was found.
 */
export function findShifts(kernel: Kernel, question: ShiftsQuestion, progress: Progress): ShiftsAnswer {
  const { snapshot } = kernel;
  const { fail } = kernel.select(question.within, []);
  const kept = Uint32Array.from({ length: snapshot.rows }, (_, row) => row).filter((row) => fail[row] === 0);
  const all = storiesAt(storySetOf(snapshot), kept);
  // A question is not asked of the groups that its own answers make.
  const set = { ...all, blocks: all.blocks.filter(({ signifier }) => signifier !== question.by) };
  const partition = (id: string): Grouping | null => {
    const dimension = kernel.dimensions.find((candidate) => candidate.id === id);
    const whole = dimension && groupingOf(snapshot, dimension);
    return whole ? { ...whole, of: Uint16Array.from(kept, (row) => whole.of[row] ?? NO_GROUP) } : null;
  };
  const grouping = partition(question.by);
  if (grouping === null) throw new RangeError(`${question.by} parts no stories in this programme`);
  const levels = question.heldAlike.flatMap((id) => (id === question.by ? [] : (partition(id) ?? [])));
  const strata = levels.length === 0 ? null : crossed(levels);
  const found = shiftsOf(set, grouping, strata, { seed: question.seed }, progress);
  const groupOf = new Uint16Array(snapshot.rows).fill(NO_GROUP);
  kept.forEach((row, at) => (groupOf[row] = grouping.of[at] ?? NO_GROUP));
  return {
    ...found,
    stories: kept.length,
    clusters: new Set(set.cluster).size,
    sizes: sizesOf(grouping, set.cluster),
    signifiers: [...new Set(set.blocks.map(({ signifier }) => signifier))],
    groupOf,
  };
}

function sizesOf({ groups, of }: Grouping, cluster: Uint32Array): GroupSize[] {
  const stories = new Float64Array(groups.length);
  const clusters = groups.map(() => new Set<number>());
  of.forEach((group, at) => {
    if (group >= groups.length) return;
    stories[group] = (stories[group] ?? 0) + 1;
    clusters[group]?.add(cluster[at] ?? 0);
  });
  return groups.map((group, i) => ({ group, stories: stories[i] ?? 0, clusters: clusters[i]?.size ?? 0 }));
}
