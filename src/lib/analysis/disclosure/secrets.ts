import { together, type Group } from './group';
import type { DisclosurePolicy } from './policy';
import { isSettled, knownBefore } from './reissue';
import type { RuleSet } from './rules';
import type { Figures, TableCell, TableToGuard } from './table';
import { weaknessOf } from './weakness';

/** A number that must stay uncertain: one held cell, or the sum of the held cells of a row or a column. */
export interface Secret {
  /** Null in the sum of a column. */
  readonly row: number | null;
  /** Null in the sum of a row. */
  readonly column: number | null;
  readonly stories: number;
  /** As many of them are known of from an earlier figure. */
  readonly base: number;
  /** The least number it must possibly be; 0 where what it counts is strong enough to be known roughly. */
  readonly reach: number;
  /** How far apart its least and greatest possible values must be. */
  readonly width: number;
}

/** Everything that has no figure in a table with these figures, and what must stay uncertain of it. */
export function secretsOf(
  table: TableToGuard,
  figures: Figures,
  policy: DisclosurePolicy,
  rules: RuleSet,
): readonly Secret[] {
  const { cells } = table;
  const weak = (groups: readonly Group[]): boolean => weaknessOf(together(groups), policy, rules) !== null;
  const secretOf = (at: Pick<Secret, 'row' | 'column'>, of: readonly TableCell[]): Secret => {
    const known = of.map((cell) => knownBefore(cell, rules));
    // A weak one may as well be k or more.
    const small = weak(known.map(({ beyond }) => beyond));
    const base = known.reduce((sum, cell) => sum + cell.base, 0);
    // Its possible values are as many as "fewer than k" has, so that no figure of another release, less what is known of
    // it in this one, is a figure about the few stories between the two. What is never given has no later figure, and
    // who could work it out in both learns of no few as long as enough came.
    const later = of.length === 1 && of[0]?.decided === undefined;
    const fewCame = of.every(({ grown }) => grown !== null) && weak(of.flatMap(({ grown }) => grown ?? []));
    const stories = of.reduce((sum, { all }) => sum + all.stories, 0);
    return {
      ...at,
      stories,
      base,
      reach: small ? base + policy.k : 0,
      width: small || later || fewCame ? policy.k - 1 : 0,
    };
  };
  const held = cells.map((line, i) => line.map((cell, j) => isHeld(cell, figures[i]?.[j] ?? null, table, rules)));
  const sumOf = (at: Pick<Secret, 'row' | 'column'>, some: readonly TableCell[], line: number): Secret[] => {
    if (some.length === 0 || !rules.has('held_sums')) return [];
    const secret = secretOf(at, some);
    // The sum of a whole line is its margin, which the table of the margins has decided about.
    return some.length === line && secret.reach === 0 ? [] : [secret];
  };
  const secrets: Secret[] = [];
  cells.forEach((line, row) => {
    const some = line.filter((_, column) => held[row]?.[column]);
    line.forEach((cell, column) => {
      if (held[row]?.[column]) secrets.push(secretOf({ row, column }, [cell]));
    });
    secrets.push(...sumOf({ row, column: null }, some, line.length));
  });
  // In a one-way table the column is the cell itself.
  if (cells.length === 1) return secrets;
  for (let column = 0; column < table.columns.length; column += 1) {
    const some = cells.flatMap((line, row) => (held[row]?.[column] ? line.slice(column, column + 1) : []));
    secrets.push(...sumOf({ row: null, column }, some, cells.length));
  }
  return secrets;
}

/** Whether a cell has no figure and may still hide something. */
export function isHeld(cell: TableCell, figure: number | null, table: TableToGuard, rules: RuleSet): boolean {
  return figure === null && !isSettled(cell, table, rules);
}
