import { ALL_RULES, type DisclosureRule, type RuleSet } from './rules';
import { LISTED_PAIRS, type TableDimension } from './table-dimension';

export type TableRefusal = Extract<DisclosureRule, 'two_dimensions' | 'listed_pairs' | 'one_scheme' | 'city_only'>;

/**
 * Why a table of these dimensions is never made, or null when it is one of the fixed list.
 * @param schemes the schemes of places in which anything of this programme was ever released
 */
export const tableRefusal = tableRefusalBy(ALL_RULES);

export function tableRefusalBy(rules: RuleSet) {
  return (dimensions: readonly TableDimension[], schemes: ReadonlySet<string>): TableRefusal | null => {
    const refusals: readonly (readonly [TableRefusal, boolean])[] = [
      ['two_dimensions', tooMany(dimensions)],
      ['city_only', crossesReach(dimensions)],
      ['one_scheme', secondScheme(dimensions, schemes)],
      ['listed_pairs', unlistedPair(dimensions)],
    ];
    return refusals.find(([rule, refused]) => refused && rules.has(rule))?.[0] ?? null;
  };
}

/** Of area by role by age, 98 of 100 stories lie in cells under 10 at 300 stories (DOMAIN 5.2). */
function tooMany(dimensions: readonly TableDimension[]): boolean {
  return dimensions.length > 2;
}

/** Special reach questions are counted for the whole city only: they are never crossed with anything. */
function crossesReach(dimensions: readonly TableDimension[]): boolean {
  return dimensions.length > 1 && dimensions.some((dimension) => dimension.kind === 'signifier' && dimension.reach);
}

/**
 * Places are released in one scheme, for good. A Local Area Committee less its shown wards is the ward that was hidden;
 * SEND localities cut across both, and every overlap would be a smaller place.
 */
function secondScheme(dimensions: readonly TableDimension[], schemes: ReadonlySet<string>): boolean {
  const asked = new Set(schemes);
  for (const dimension of dimensions) if (dimension.kind === 'place') asked.add(dimension.scheme);
  return asked.size > 1 && dimensions.some(({ kind }) => kind === 'place');
}

/** Every further pair closes a ring with two others, and from the three sides of a ring its inside can be bounded. */
function unlistedPair([one, other, third]: readonly TableDimension[]): boolean {
  if (one === undefined || other === undefined || third !== undefined) return false;
  const same = ([first, second]: readonly [string, string]): boolean =>
    (first === one.kind && second === other.kind) || (first === other.kind && second === one.kind);
  return !LISTED_PAIRS.some(same);
}
