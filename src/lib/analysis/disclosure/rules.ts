/**
 * Every rule of disclosure, by name; each stands in a file of its own with its reason. The product always applies all of
 * them (`ALL_RULES`); the attack suite leaves one out at a time and shows which attack then succeeds.
 * Source: METHOD 2d and DOMAIN 5.3.
 */
export const DISCLOSURE_RULES = [
  'few_stories',
  'zero',
  'few_clusters',
  'one_cluster',
  'itself',
  'complement',
  'difference',
  'margins',
  'held_sums',
  'rounding',
  're_release',
  'held_for_good',
  'hindsight',
  'quarter',
  'enough_new',
  'two_dimensions',
  'listed_pairs',
  'one_scheme',
  'city_only',
  'words',
  'extremes',
] as const;
export type DisclosureRule = (typeof DISCLOSURE_RULES)[number];
export type RuleSet = ReadonlySet<DisclosureRule>;

export const ALL_RULES: RuleSet = new Set(DISCLOSURE_RULES);
