import { leaningByStory } from './leaning-by-story';
import { leaningsOfFacet, type Leaning } from './leaning';
import type { Topic } from './topic';

/** Finds, over all facets of a topic, the part whose share in the group is most above its share in the rest. */
export class LeaningCount {
  readonly block: string;
  readonly leaning: Leaning;
  readonly chosen: number;
  /** The part of each story's answer on the chosen facet, -1 where it gave none. */
  readonly partOf: (story: number) => number;

  constructor(topic: Topic, groupOf: Uint16Array, groups: number, group: number) {
    const candidates = topic.facets.flatMap((facet) => {
      const { parts } = leaningsOfFacet(facet.block);
      const of = leaningByStory(facet);
      const counts = [new Float64Array(parts.length + 2), new Float64Array(parts.length + 2)] as const;
      of.forEach((part, story) => {
        const side = groupOf[story] === group ? 0 : (groupOf[story] ?? groups) < groups ? 1 : -1;
        if (part < 0 || side < 0) return;
        const into = counts[side === 0 ? 0 : 1];
        into[part] = (into[part] ?? 0) + 1;
        into[parts.length + 1] = (into[parts.length + 1] ?? 0) + 1;
      });
      const share = (side: Float64Array, part: number): number =>
        (side[part] ?? 0) / Math.max(1, side[parts.length + 1] ?? 0);
      return parts.map((leaning, chosen) => {
        const gain = share(counts[0], chosen) - share(counts[1], chosen);
        // An option or "does not apply" is one of two: less of it is as good a sentence as more.
        return { facet, of, leaning, chosen, gain: parts.length === 1 ? Math.abs(gain) : gain };
      });
    });
    const best = candidates.reduce((most, each) => (each.gain > most.gain ? each : most));
    this.block = best.facet.block?.id ?? topic.signifier;
    this.leaning = best.leaning;
    this.chosen = best.chosen;
    this.partOf = (story) => best.of[story] ?? -1;
  }
}
