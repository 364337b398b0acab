import type { DisclosurePolicy } from './policy';
import { exposedOverTime, type Moment } from './hindsight';
import { isSettled, mayReissue } from './reissue';
import { rounded } from './rounding';
import { ALL_RULES, type RuleSet } from './rules';
import type { Secret } from './secrets';
import { exposedIn } from './table-audit';
import type { Figures, GuardedCell, Margin, TableCell, TableToGuard } from './table';
import { weaknessOf } from './weakness';

/**
 * A table as it may be released. First every figure that cannot stand on its own is held back; then, as long as one of
 * those (or the sum of some) could still be worked out too closely from the rest, the smallest figure beside it is held
 * back too. A figure that was released before stands where the new one is held back.
 */
export const guardTable = guardTableBy(ALL_RULES);

export function guardTableBy(rules: RuleSet) {
  return (table: TableToGuard, policy: DisclosurePolicy): GuardedCell[][] => {
    const figures = table.cells.map((cells, i) =>
      cells.map((cell, j) => figureOf(cell, [table.rows[i], table.columns[j]], table, policy, rules)),
    );
    const moments = [...table.past, { table, figures }];
    let exposed = true;
    while (exposed) exposed = holdBackOne(table, figures, rules, allExposed(table, figures, moments, policy, rules));
    return table.cells.map((cells, i) =>
      cells.map((cell, j) => guarded(cell, figures[i]?.[j] ?? null, table, policy, rules)),
    );
  };
}

function figureOf(
  cell: TableCell,
  margins: readonly (Margin | undefined)[],
  table: TableToGuard,
  policy: DisclosurePolicy,
  rules: RuleSet,
): number | null {
  if (isSettled(cell, table, rules)) return cell.before?.shown ?? null;
  if (cell.decided !== undefined) return cell.decided;
  // Where a place or an answer is held back as a whole its cells are too. (Columns of a one-way table have no margin.)
  const [row, column] = margins;
  if (row?.published !== true || (table.rows.length > 1 && column?.published !== true)) return null;
  if (weaknessOf(cell.all, policy, rules) !== null) return null;
  if (!mayReissue(cell, policy, rules)) return null;
  return rules.has('rounding') ? rounded(cell.all.stories, policy) : cell.all.stories;
}

/** What this release would give away of itself, then of those before it. */
function* allExposed(
  table: TableToGuard,
  figures: Figures,
  moments: readonly Moment[],
  policy: DisclosurePolicy,
  rules: RuleSet,
): Generator<Secret> {
  if (rules.has('margins')) yield* exposedIn(table, figures, policy, rules);
  // In a closed table nothing can be given later than it was.
  if (table.closed) return;
  if (rules.has('margins')) yield* exposedOverTime(moments, 'last', policy, rules);
  if (rules.has('hindsight')) yield* exposedOverTime(moments, 'earlier', policy, rules);
}

/** Holds one more figure back where something is exposed; false when nothing is, or nothing is left to hold back. */
function holdBackOne(
  table: TableToGuard,
  figures: (number | null)[][],
  rules: RuleSet,
  exposed: Iterable<Secret>,
): boolean {
  for (const secret of exposed) {
    const [next] = givenBeside(table, figures, secret, rules);
    const row = next === undefined ? undefined : figures[next.row];
    if (next === undefined || row === undefined) continue;
    row[next.column] = null;
    return true;
  }
  return false;
}

/** The figures given anew in the lines of what is exposed, else all there are; the smallest first. */
function givenBeside(
  table: TableToGuard,
  figures: Figures,
  secret: Secret,
  rules: RuleSet,
): { row: number; column: number }[] {
  const given = table.cells.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const fixed = isSettled(cell, table, rules) || cell.decided !== undefined;
      if (fixed || (figures[row]?.[column] ?? null) === null) return [];
      return [{ row, column, stories: cell.all.stories }];
    }),
  );
  const beside = given.filter(({ row, column }) => row === secret.row || column === secret.column);
  return (beside.length > 0 ? beside : given).sort((one, other) => one.stories - other.stories);
}

function guarded(
  cell: TableCell,
  figure: number | null,
  table: TableToGuard,
  policy: DisclosurePolicy,
  rules: RuleSet,
): GuardedCell {
  const { all, before } = cell;
  if (figure !== null && !isSettled(cell, table, rules)) return { kind: 'new', stories: figure };
  if (before === null || before.shown === null || !before.intact) return { kind: 'held' };
  if (weaknessOf(all, policy, rules) !== null) return { kind: 'held' };
  return { kind: 'kept', stories: before.shown, release: before.release };
}
