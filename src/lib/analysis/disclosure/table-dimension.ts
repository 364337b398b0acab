/** What a table of the aggregate regime can count by. */
export type TableDimension =
  | { readonly kind: 'place'; readonly scheme: string }
  /** `reach`: one of the special questions that only check whom we hear from (background, sanctuary, care). */
  | { readonly kind: 'signifier'; readonly id: string; readonly reach: boolean }
  | { readonly kind: 'role' | 'audience' | 'age' | 'setting' | 'sector' | 'quarter' };

/** The only pairs (DOMAIN 5.3.1 and 5.3.7): professionals' sectors are counted for the whole city alone. */
export const LISTED_PAIRS: readonly (readonly [TableDimension['kind'], TableDimension['kind']])[] = [
  ['place', 'signifier'],
  ['place', 'role'],
  ['age', 'setting'],
];
