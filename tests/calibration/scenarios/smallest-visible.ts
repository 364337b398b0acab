import { shuffle } from '$lib/analysis/random/shuffle';
import { seededRandom, type SeededRandom } from '$lib/analysis/random/seeded-random';
import type { Block } from '$lib/analysis/representation/block';
import { clustersOf } from '$lib/analysis/shifts/clusters';
import { exchangePlan } from '$lib/analysis/shifts/exchange-plan';
import { ExchangeRun } from '$lib/analysis/shifts/exchange-run';
import { leaningByStory } from '$lib/analysis/shifts/leaning-by-story';
import { pooledCounts, facetParts } from '$lib/analysis/shifts/parts';
import { smallestVisible } from '$lib/analysis/shifts/smallest-visible';
import { energiesOf } from '$lib/analysis/shifts/effect';
import { topicsOf, type Facet, type Topic } from '$lib/analysis/shifts/topic';
import type { City } from '../city';
import { cityWith } from '../city-page';
import { sumOf, type Scenario } from '../scenario';

/** What a first flag would need among 105 tests. */
const ALPHA = 0.05 / 105;
const PERMUTATIONS = 4_199;
const LOCALITIES = [1, 3, 4] as const;
/** The power that "could have been seen" means is .80; the approximation is held to this much of it. */
const [LEAST, MOST] = [0.7, 0.9];

/** The size said of a quiet place, planted there: is it then seen four times in five? */
export const smallestVisibleSeen: Scenario = {
  name: 'smallest-visible',
  cities: (asked) => asked,
  city: (index, seed) => {
    const city = cityWith(`visible/${seed}/${index}`, 0.05, []);
    const random = seededRandom(`visible/${seed}/${index}/moves`);
    const locality = LOCALITIES[index % LOCALITIES.length] ?? 3;
    const kind = index % city.set.blocks.length;
    const before = tested(city, kind, locality, random);
    const moved =
      before.visible === null ? null : moveStories(city, before.topic, kind, locality, before.visible, random);
    if (moved === null) return { tried: 0, seen: 0 };
    return { tried: 1, seen: +(tested(moved, kind, locality, random).p <= ALPHA) };
  },
  report: (sums) => {
    const seen = sumOf(sums, 'seen') / Math.max(1, sumOf(sums, 'tried'));
    return {
      rows: [
        {
          what: `smallest visible shift planted and seen (${sumOf(sums, 'tried')} tried)`,
          value: seen,
          asked: '.70 to .90',
          met: seen >= LEAST && seen <= MOST,
        },
      ],
      figures: { smallest_visible_seen: seen },
    };
  },
};

function tested({ set, localities }: City, kind: number, locality: number, random: SeededRandom) {
  const topic = topicsOf(set, () => undefined)[2 * kind];
  if (!topic) throw new Error('two topics for each signifier');
  const groups = localities.groups.length;
  const plan = exchangePlan(clustersOf(set.cluster), localities.of, groups, locality, random);
  const parts = topic.facets.map((facet) => facetParts(plan, facet, pooledCounts(facet, plan, null)).whole);
  const run = new ExchangeRun(plan, [parts], { permutations: PERMUTATIONS, stopAfter: 20 }, random);
  run.advanceTo(PERMUTATIONS);
  const energy = energiesOf(topic.facets, localities.of, groups)[locality];
  const visible = energy ? smallestVisible(plan, topic.facets, parts, energy, ALPHA) : null;
  return { topic, visible, p: run.tallies[0]?.p ?? 1 };
}

/** Moves a share of a locality's stories from anywhere else to the part where a shift shows least; null if too few are elsewhere. */
function moveStories(
  city: City,
  topic: Topic,
  kind: number,
  locality: number,
  share: number,
  random: SeededRandom,
): City | null {
  const [facet] = topic.facets;
  const block = city.set.blocks[kind];
  if (!facet || !block) return null;
  const part = leaningByStory(facet);
  const hardest = hardestPart(facet, part);
  const stories = (wanted: (story: number) => boolean): Uint32Array => Uint32Array.from(part.keys()).filter(wanted);
  const here = (story: number): boolean => city.localities.of[story] === locality;
  const answered = stories((story) => here(story) && (part[story] ?? -1) >= 0).length;
  const givers = stories((story) => here(story) && (part[story] ?? -1) >= 0 && part[story] !== hardest);
  const donors = stories((story) => part[story] === hardest);
  const moving = Math.round(share * answered);
  if (moving > givers.length || donors.length === 0) return null;
  shuffle(givers, random);
  const coordinates = block.coordinates.slice();
  for (const story of givers.subarray(0, moving)) {
    const donor = donors[random.below(donors.length)] ?? story;
    coordinates.set(block.coordinates.subarray(donor * block.width, (donor + 1) * block.width), story * block.width);
  }
  const changed: Block = { ...block, coordinates };
  return { ...city, set: { ...city.set, blocks: city.set.blocks.map((each, i) => (i === kind ? changed : each)) } };
}

/** The part whose mean features lie nearest to those of all other answers, worked out from the stories themselves. */
function hardestPart({ answers, features }: Facet, part: Int8Array): number {
  const meanOf = (wanted: (story: number) => boolean): number[] => {
    const stories = Array.from(part.keys()).filter((story) => (part[story] ?? -1) >= 0 && wanted(story));
    return Array.from({ length: features.width }, (_, k) => {
      const values = stories.map((story) => features.values[(answers.of[story] ?? 0) * features.width + k] ?? 0);
      return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    });
  };
  const parts = [...new Set(part)].filter((each) => each >= 0);
  const far = parts.map((each) => {
    const own = meanOf((story) => part[story] === each);
    const others = meanOf((story) => part[story] !== each);
    return own.reduce((sum, value, k) => sum + (value - (others[k] ?? 0)) ** 2, 0);
  });
  return parts[far.indexOf(Math.min(...far))] ?? 0;
}
