import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import { shuffle } from '$lib/analysis/random/shuffle';
import {
  BLOCK_STATE,
  type Block,
  type BlockKind,
  type Grouping,
  type StorySet,
} from '$lib/analysis/representation/block';
import { oneHotScale, STONE_SCALE } from '$lib/analysis/representation/design-scale';
import { planePoint } from '$lib/domain/signifier/spaces';
import { locusOf, ZONES } from '$lib/domain/signifier/zone';
import { fromPlane, toPlane } from '$lib/domain/signifier/triad';
import { categorical, dirichlet } from './distributions';

/** Some stories in a hundred of one locality come from another pattern than elsewhere. */
export interface PlantedShift {
  readonly locality: number;
  readonly from: number;
  readonly to: number;
  /** In [0, 1]; the pattern that gives has no more to give than its own share. */
  readonly share: number;
}

export interface CityPlan {
  /** Stories per locality. */
  readonly sizes: readonly number[];
  /** Correlation of two stories of one session in what pattern they come from; 0 for independent stories. */
  readonly icc: number;
  readonly shifts: readonly PlantedShift[];
  /** Share of the sessions that are hubs, with stories of all localities; none when absent. */
  readonly hubs?: number;
  /** What is asked; the 7 signifiers of METHOD 4 when absent. */
  readonly kinds?: readonly BlockKind[];
}

/** The simulated city of METHOD 4: synthetic stories whose truth is known. */
export interface City {
  readonly set: StorySet;
  readonly localities: Grouping;
  /** Child or adult: children tap exact corners more often. */
  readonly roles: Grouping;
  /** The pattern of each story, PATTERN_COUNT for noise. */
  readonly pattern: Uint8Array;
}

export const CITY_SIZES = [300, 200, 160, 130, 100, 70, 40] as const;
export const PATTERN_COUNT = 4;
const WEIGHTS = [0.34, 0.28, 0.22, 0.16] as const;
const NOISE = 0.1;
const SESSION = 12;
/** The place of open seats in hubs, apart from the localities'. */
const HUB = 1_000;
const MONTHS = 24;
/** January 2023. */
const FIRST_MONTH = (2023 - 1970) * 12;
const SNAPPING = { child: 0.35, adult: 0.12 } as const;
const CHILDREN = 0.4;
const KINDS: readonly BlockKind[] = ['triad', 'triad', 'triad', 'slider', 'slider', 'stone', 'choice'];
const OPTIONS = 4;
/**
 * How distinct the patterns are: with these they explain about as much of the answers' variation (.56) as the best four or
 * three groups do in the conformance sets (.55 to .61).
 */
const FAITHFUL = 0.88;
const JITTER = { triad: 0.1, slider: 0.14, stone: 0.13 } as const;
const CHOOSING = [0.6, 0.6, 0.6, 0.6] as const;

/** 7 signifiers, 4 patterns, 10 % noise, 3 to 9 % not applicable, snapping, sessions of 12 (METHOD 4). */
export function cityOf(plan: CityPlan, random: SeededRandom): City {
  const { sizes, kinds = KINDS } = plan;
  const rows = sizes.reduce((sum, n) => sum + n, 0);
  const city = {
    locality: Uint16Array.from(sizes.flatMap((size, at) => new Array<number>(size).fill(at))),
    role: new Uint16Array(rows),
    pattern: new Uint8Array(rows),
    cluster: new Uint32Array(rows),
    month: new Uint16Array(rows),
  };
  sessionsOf(city.locality, plan.hubs ?? 0, random).forEach((stories, session) => {
    tellStories(city, stories, session, plan, random);
  });
  const blocks = kinds.map((kind, i) => answersOf(`${kind}.${i}`, kind, city.pattern, city.role, random));
  return {
    set: { rows, blocks, cluster: city.cluster, month: city.month },
    localities: { id: 'locality', groups: sizes.map((n, i) => `locality ${i} (${n})`), of: city.locality },
    roles: { id: 'role', groups: ['child', 'adult'], of: city.role },
    pattern: city.pattern,
  };
}

/** Stories in sessions of SESSION: of one locality each, but for the hubs, which take stories from everywhere. */
function sessionsOf(locality: Uint16Array, hubs: number, random: SeededRandom): number[][] {
  const inHubs: number[] = [];
  const sessions: number[][] = [];
  const open: number[][] = [];
  const seat = (story: number, place: number): void => {
    const there = open[place] ?? [];
    if (there.length === 0) sessions.push(there);
    there.push(story);
    open[place] = there.length < SESSION ? there : [];
  };
  locality.forEach((at, story) => {
    if (hubs > 0 && random.next() < hubs) inHubs.push(story);
    else seat(story, at);
  });
  const shuffled = Uint32Array.from(inHubs);
  shuffle(shuffled, random);
  for (const story of shuffled) seat(story, HUB);
  return sessions;
}

interface Columns {
  readonly locality: Uint16Array;
  readonly role: Uint16Array;
  readonly pattern: Uint8Array;
  readonly cluster: Uint32Array;
  readonly month: Uint16Array;
}

/** The stories of one session: one month, and with an icc a leaning of the session's own in what patterns they come from. */
function tellStories(
  city: Columns,
  stories: readonly number[],
  session: number,
  plan: CityPlan,
  random: SeededRandom,
): void {
  const { icc, shifts, sizes } = plan;
  const month = FIRST_MONTH + random.below(MONTHS);
  const own =
    icc > 0
      ? dirichlet(
          WEIGHTS.map((weight) => (weight * (1 - icc)) / icc),
          random,
        )
      : WEIGHTS;
  const mixtures = sizes.map((_, at) =>
    shifted(
      own,
      shifts.filter(({ locality }) => locality === at),
    ),
  );
  for (const story of stories) {
    city.role[story] = random.next() < CHILDREN ? 0 : 1;
    city.cluster[story] = session;
    city.month[story] = month;
    const mixture = mixtures[city.locality[story] ?? 0] ?? own;
    city.pattern[story] = random.next() < NOISE ? PATTERN_COUNT : categorical(mixture, random);
  }
}

/** A pattern gives the same part of its stories in every session, so that `share` of all stories moves on average. */
function shifted(mixture: readonly number[], shifts: readonly PlantedShift[]): number[] {
  const moved = [...mixture];
  for (const { from, to, share } of shifts) {
    const given = (mixture[from] ?? 0) * Math.min(1, share / (WEIGHTS[from] ?? 1));
    moved[from] = (moved[from] ?? 0) - given;
    moved[to] = (moved[to] ?? 0) + given;
  }
  return moved;
}

type Placer = (snapped: boolean, random: SeededRandom) => readonly number[];

function answersOf(id: string, kind: BlockKind, pattern: Uint8Array, role: Uint16Array, random: SeededRandom): Block {
  const loci = Uint16Array.from(ZONES.keys());
  shuffle(loci, random);
  const placers = Array.from({ length: PATTERN_COUNT + 1 }, (_, k) =>
    placerOf(kind, k === PATTERN_COUNT, loci[k] ?? 0, random),
  );
  const notApplicable = 0.03 + 0.06 * random.next();
  const width = { triad: 2, slider: 1, stone: 2, ring: 1, choice: OPTIONS, option: 1 }[kind];
  const coordinates = new Float64Array(pattern.length * width).fill(NaN);
  const state = new Uint8Array(pattern.length);
  pattern.forEach((own, i) => {
    if (random.next() < notApplicable) {
      state[i] = BLOCK_STATE.notApplicable;
      return;
    }
    const snapped = random.next() < (role[i] === 0 ? SNAPPING.child : SNAPPING.adult);
    coordinates.set(placers[own]?.(snapped, random) ?? [], i * width);
    state[i] = BLOCK_STATE.answered;
  });
  return { id, signifier: id, kind, width, coordinates, state };
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** How the stories of one pattern answer one signifier; noise answers anywhere. */
function placerOf(kind: BlockKind, noise: boolean, main: number, random: SeededRandom): Placer {
  switch (kind) {
    case 'triad': {
      const second = random.below(ZONES.length);
      return (snapped, draw) => {
        const locus = noise ? draw.below(ZONES.length) : draw.next() < FAITHFUL ? main : second;
        const at = toPlane(locusOf(ZONES[locus] ?? 'centre'));
        const jitter = snapped ? 0 : JITTER.triad;
        const p = toPlane(fromPlane(planePoint(at.x + jitter * draw.normal(), at.y + jitter * draw.normal())));
        return [p.x, p.y];
      };
    }
    case 'stone': {
      const [x, y] = [0.15 + 0.7 * random.next(), 0.15 + 0.7 * random.next()];
      return (_, draw) =>
        (noise
          ? [draw.next(), draw.next()]
          : [within(x + JITTER.stone * draw.normal()), within(y + JITTER.stone * draw.normal())]
        ).map((part) => part * STONE_SCALE);
    }
    case 'choice': {
      const chances = dirichlet(CHOOSING, random);
      return (_, draw) => {
        const chosen = noise ? draw.below(OPTIONS) : categorical(chances, draw);
        return Array.from({ length: OPTIONS }, (__, option) => (option === chosen ? oneHotScale(OPTIONS) : 0));
      };
    }
    default: {
      const middle = 0.1 + 0.8 * random.next();
      return (snapped, draw) => {
        const value = noise ? draw.next() : within(middle + JITTER.slider * draw.normal());
        return [snapped ? Math.round(value * 2) / 2 : value];
      };
    }
  }
}
