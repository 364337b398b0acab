import { patternsOf } from '$lib/analysis/patterns/patterns-of';
import type { PatternsResult } from '$lib/analysis/patterns/patterns-result';
import { seededRandom, type SeededRandom } from '$lib/analysis/random/seeded-random';
import { BLOCK_STATE, type Block, type BlockKind, type StorySet } from '$lib/analysis/representation/block';
import { oneHotScale, STONE_SCALE } from '$lib/analysis/representation/design-scale';
import { planePoint } from '$lib/domain/signifier/spaces';
import { fromPlane, toPlane } from '$lib/domain/signifier/triad';
import { locusOf, zoneOf, ZONES } from '$lib/domain/signifier/zone';

/** How the answers to one signifier gather: at so many places, whatever else a story says. */
export interface Humps {
  readonly kind: 'triad' | 'slider' | 'stone' | 'choice';
  readonly humps: 1 | 2;
}

const STORIES = 1_000;
const SESSION = 12;
const CHILDREN = 0.4;
const SNAPPING = { child: 0.35, adult: 0.12 } as const;
const NOISE = 0.1;
const OPTIONS = 4;
const WIDTH: Readonly<Record<Humps['kind'], number>> = { triad: 2, slider: 1, stone: 2, choice: OPTIONS };

/** What patterns the product finds in such a city; the scenario's name keeps its numbers apart from the others'. */
export function patternsOfUnrelated(
  scenario: string,
  signifiers: readonly Humps[],
  city: number,
  seed: string,
): PatternsResult {
  const set = unrelatedAnswers(signifiers, seededRandom(`calibration/${scenario}/${seed}/${city}`));
  const used = set.blocks.map(({ signifier }) => signifier);
  return patternsOf(set, { signifiers: used, seed: `${seed}/${city}`, view: 'calibration' });
}

/**
 * A simulated city in which no two signifiers have anything to do with each other: 1,000 stories, 10 % answers anywhere,
 * 3 to 9 % not applicable, children and adults tapping exact places as METHOD 4 has it. There are no patterns to find.
 */
export function unrelatedAnswers(signifiers: readonly Humps[], random: SeededRandom): StorySet {
  const snapping = Float64Array.from({ length: STORIES }, () =>
    random.next() < CHILDREN ? SNAPPING.child : SNAPPING.adult,
  );
  return {
    rows: STORIES,
    blocks: signifiers.map(({ kind, humps }, at) => answersTo(`${kind}.${at}`, { kind, humps }, snapping, random)),
    cluster: Uint32Array.from({ length: STORIES }, (_, row) => Math.floor(row / SESSION)),
    month: Uint16Array.from({ length: STORIES }, (_, row) => 636 + (Math.floor(row / SESSION) % 24)),
  };
}

function answersTo(id: string, { kind, humps }: Humps, snapping: Float64Array, random: SeededRandom): Block {
  const width = WIDTH[kind];
  const homes = kind === 'slider' && humps === 2 ? [[0.15], [0.85]] : homesOf(kind, humps, random);
  const notApplicable = 0.03 + 0.06 * random.next();
  const coordinates = new Float64Array(snapping.length * width).fill(Number.NaN);
  const state = new Uint8Array(snapping.length);
  snapping.forEach((snaps, row) => {
    if (random.next() < notApplicable) {
      state[row] = BLOCK_STATE.notApplicable;
      return;
    }
    const home = random.next() < NOISE ? homesOf(kind, 1, random)[0] : homes[random.below(homes.length)];
    coordinates.set(placed(kind, home ?? [], random.next() < snaps, random), row * width);
    state[row] = BLOCK_STATE.answered;
  });
  return { id, signifier: id, kind: kind satisfies BlockKind, width, coordinates, state };
}

function homesOf(kind: Humps['kind'], humps: number, random: SeededRandom): readonly (readonly number[])[] {
  return Array.from({ length: humps }, () => {
    if (kind === 'choice') return [random.below(OPTIONS)];
    if (kind !== 'triad') return [random.next(), random.next()];
    const { x, y } = toPlane(locusOf(ZONES[random.below(ZONES.length)] ?? 'centre'));
    return [x, y];
  });
}

/** An answer near its home, or exactly on a place that people tap. */
function placed(
  kind: Humps['kind'],
  home: readonly number[],
  snapped: boolean,
  random: SeededRandom,
): readonly number[] {
  const near = (at = 0): number => Math.min(1, Math.max(0, at + 0.12 * random.normal()));
  switch (kind) {
    case 'triad': {
      const at = fromPlane(
        planePoint((home[0] ?? 0) + 0.14 * random.normal(), (home[1] ?? 0) + 0.14 * random.normal()),
      );
      const { x, y } = toPlane(snapped ? locusOf(zoneOf(at)) : at);
      return [x, y];
    }
    case 'slider':
      return [snapped ? Math.round(near(home[0]) * 4) / 4 : near(home[0])];
    case 'stone':
      return [near(home[0]) * STONE_SCALE, near(home[1]) * STONE_SCALE];
    case 'choice': {
      const option = random.next() < 0.5 ? home[0] : random.below(OPTIONS);
      return Array.from({ length: OPTIONS }, (_, one) => (one === option ? oneHotScale(OPTIONS) : 0));
    }
  }
}
