import type { Centres } from '../../analysis/patterns/centres';
import { halfLeastApart, matchPatterns } from '../../analysis/patterns/match-patterns';
import type { PatternsResult } from '../../analysis/patterns/patterns-result';
import type { PatternName, PatternPlace } from '../../domain/programme/pattern-name';

/** The name of a pattern as it stands now. */
export interface CarriedName {
  readonly name: PatternName;
  /** Given to an earlier pattern that this one continues: new stories have moved it since. */
  readonly carried: boolean;
}

/** Where a pattern stands, to be kept with its name. */
export function placeOf(
  { blocks, centres }: Extract<PatternsResult, { kind: 'patterns' }>,
  number: number,
  view: string,
): PatternPlace {
  const from = number * centres.width;
  return { view, blocks: [...blocks], centre: Array.from(centres.values.subarray(from, from + centres.width)) };
}

/**
 * The newest name of each pattern, by its key. A pattern without one takes that of an earlier pattern of the same view and
 * blocks whose centre was nearest (METHOD 2b), if that lies within half of the way between the two nearest patterns of
 * today: a name must not wander to other stories.
 */
export function namesOf(
  result: PatternsResult,
  names: readonly PatternName[],
  view: string,
): ReadonlyMap<string, CarriedName> {
  const found = new Map<string, CarriedName>();
  if (result.kind !== 'patterns') return found;
  const newest = new Map(names.map((name) => [name.pattern, name]));
  const { patterns, centres, blocks } = result;
  const most = halfLeastApart(centres);
  const placed = [...newest.values()].filter(({ place }) => place && samePlace(place, view, blocks, centres.width));
  const before = withoutOlder(placed, most);
  const current = new Map([...newest].filter(([, name]) => !placed.includes(name) || before.includes(name)));
  if (before.length === 0) return exact(result, current, found);
  const values = Float64Array.from(before.flatMap(({ place }) => place?.centre ?? []));
  const then: Centres = { count: before.length, width: centres.width, values };
  for (const match of matchPatterns(then, centres, most).matches) {
    const [name, pattern] = [before[match.before], patterns[match.now]];
    if (name && pattern) found.set(pattern.key, { name, carried: name.pattern !== pattern.key });
  }
  return exact(result, current, found);
}

/** Of names whose patterns stood so near each other that they are one, the newest: a renaming takes the place of a name. */
function withoutOlder(names: readonly PatternName[], most: number): PatternName[] {
  const kept: PatternName[] = [];
  for (const name of [...names].sort((p, q) => (p.at < q.at ? 1 : -1))) {
    if (!kept.some((newer) => apartOf(newer, name) < most)) kept.push(name);
  }
  return kept;
}

function apartOf({ place: one }: PatternName, { place: other }: PatternName): number {
  return Math.hypot(...(one?.centre ?? []).map((at, axis) => at - (other?.centre[axis] ?? 0)));
}

/** A name of the very pattern goes before any that is carried over. */
function exact(
  { patterns }: Extract<PatternsResult, { kind: 'patterns' }>,
  newest: ReadonlyMap<string, PatternName>,
  found: Map<string, CarriedName>,
): ReadonlyMap<string, CarriedName> {
  for (const { key } of patterns) {
    const name = newest.get(key);
    if (name) found.set(key, { name, carried: false });
  }
  return found;
}

function samePlace(place: PatternPlace, view: string, blocks: readonly string[], width: number): boolean {
  return place.view === view && place.centre.length === width && place.blocks.join('\n') === blocks.join('\n');
}
