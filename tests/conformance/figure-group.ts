import type { Path } from './figure';
import type { Budget, ReferenceSet } from './reference-set';
import type { Rule } from './rule';

/**
 * One kind of figure: which paths of a reference it stands for, how they are computed from the stories by the product's
 * own functions (a tree of the reference's shape), and how near they must come.
 */
export interface FigureGroup {
  readonly name: string;
  owns(path: Path): boolean;
  compute(set: ReferenceSet, budget: Budget): unknown;
  rule(path: Path, set: ReferenceSet, budget: Budget): Rule;
}

/** Owns every path that starts with one of these keys. */
export function under(...keys: readonly string[]): (path: Path) => boolean {
  return ([top = '']) => keys.includes(top);
}

/** Owns `triads.<id>.<one of these keys>`. */
export function ofTriads(...keys: readonly string[]): (path: Path) => boolean {
  return ([top, , key = '']) => top === 'triads' && keys.includes(key);
}
