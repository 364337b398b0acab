import { addEdge, playOf, WITHOUT_END, type Circulation } from './circulation';
import { together, type Group } from './group';
import type { DisclosurePolicy } from './policy';
import { isSettled, knownBefore } from './reissue';
import { behindShown } from './rounding';
import type { RuleSet } from './rules';
import type { Margin, TableCell, TableToGuard } from './table';
import { weaknessOf } from './weakness';

/** The figure that would be given for each cell; null where none is given anew. */
export type Figures = readonly (readonly (number | null)[])[];

/** Something that can be worked out too closely, and the lines in which holding back another figure would help. */
export interface Exposed {
  readonly row: number | null;
  readonly column: number | null;
}

/** A number that must stay uncertain: one held cell, or the sum of the held cells of a row or column. */
interface Secret extends Exposed {
  readonly edge: number;
  readonly stories: number;
  /** The least number it must possibly be; 0 where what it counts is strong enough to be known roughly. */
  readonly reach: number;
  /** How far apart its least and greatest possible values must be. */
  readonly width: number;
}

/**
 * Every number that must not be learned and yet can be bounded too closely from the figures given, the rounding and the
 * margins. The possible tables are the whole-number flows from rows to columns within bounds, so each bound is exact:
 *
 *     whole ─▶ row ─▶ column ─▶ whole        figures given anew
 *               └▶ held of row ─▶ held of column ─┘   the others
 *
 * @returns nothing when all is well
 */
export function* exposedIn(
  table: TableToGuard,
  figures: Figures,
  policy: DisclosurePolicy,
  rules: RuleSet,
): Generator<Exposed> {
  const circulation: Circulation = { nodes: 2 + 2 * (table.rows.length + table.columns.length), edges: [] };
  for (const secret of secretsOf(table, figures, policy, rules, circulation)) {
    const { more, less } = playOf(circulation, secret.edge);
    if (secret.stories + more < secret.reach || more + less < secret.width) yield secret;
  }
}

function secretsOf(
  table: TableToGuard,
  figures: Figures,
  policy: DisclosurePolicy,
  rules: RuleSet,
  circulation: Circulation,
): Secret[] {
  const { cells, rows, columns } = table;
  const row = (i: number): number => 2 + i;
  const column = (j: number): number => 2 + rows.length + j;
  const heldOfRow = (i: number): number => 2 + rows.length + columns.length + i;
  const heldOfColumn = (j: number): number => 2 + 2 * rows.length + columns.length + j;
  const isHeld = (cell: TableCell, i: number, j: number): boolean =>
    (figures[i]?.[j] ?? null) === null && !isSettled(cell, table, rules);
  const sum = (of: readonly TableCell[]): number => of.reduce((total, { all }) => total + all.stories, 0);
  const weak = (groups: readonly Group[]): boolean => weaknessOf(together(groups), policy, rules) !== null;
  const secretOf = (at: Exposed, of: readonly TableCell[], edge: number): Secret => {
    const known = of.map((cell) => knownBefore(cell, rules));
    // A weak one may as well be k or more.
    const small = weak(known.map(({ beyond }) => beyond));
    const base = known.reduce((total, cell) => total + cell.base, 0);
    // Its possible values are as many as "fewer than k" has, so that no figure of another release, less what is known of
    // it in this one, is a figure about the few stories between the two. What is never given has no later figure, and
    // who could work it out in both learns of no few as long as enough came.
    const later = of.length === 1 && of[0]?.decided === undefined;
    const fewCame = of.every(({ grown }) => grown !== null) && weak(of.flatMap(({ grown }) => grown ?? []));
    const width = small || later || fewCame ? policy.k - 1 : 0;
    return { ...at, edge, stories: sum(of), reach: small ? base + policy.k : 0, width };
  };
  const sumOf = (at: Exposed, held: readonly TableCell[], line: readonly TableCell[], edge: number): Secret[] => {
    if (held.length === 0 || !rules.has('held_sums')) return [];
    const secret = secretOf(at, held, edge);
    // The sum of a whole line is its margin, which the table of the margins has decided about.
    return held.length === line.length && secret.reach === 0 ? [] : [secret];
  };
  const secrets: Secret[] = [];
  cells.forEach((cellsOfRow, i) => {
    addEdge(circulation, [WHOLE, row(i)], sum(cellsOfRow), marginBounds(sum(cellsOfRow), rows[i]));
    cellsOfRow.forEach((cell, j) => {
      const shown = figures[i]?.[j] ?? null;
      const { stories } = cell.all;
      if (isSettled(cell, table, rules)) {
        // Together they are the total of an earlier release: taken to be known exactly, they hide nothing today.
        addEdge(circulation, [row(i), column(j)], stories, { low: stories, high: stories });
        return;
      }
      if (shown !== null) {
        addEdge(circulation, [row(i), column(j)], stories, behindShown(shown, policy));
        return;
      }
      const { base } = knownBefore(cell, rules);
      const low = base === 0 ? 0 : Math.max(0, (cell.before?.shown ?? 0) - Math.floor(policy.roundTo / 2));
      const edge = addEdge(circulation, [heldOfRow(i), heldOfColumn(j)], stories, { low, high: WITHOUT_END });
      secrets.push(secretOf({ row: i, column: j }, [cell], edge));
    });
    const held = cellsOfRow.filter((cell, j) => isHeld(cell, i, j));
    const edge = addEdge(circulation, [row(i), heldOfRow(i)], sum(held), ANY);
    secrets.push(...sumOf({ row: i, column: null }, held, cellsOfRow, edge));
  });
  columns.forEach((margin, j) => {
    const all = cells.flatMap((cellsOfRow) => cellsOfRow[j] ?? []);
    const held = cells.flatMap((cellsOfRow, i) => cellsOfRow.filter((cell, at) => at === j && isHeld(cell, i, j)));
    const edge = addEdge(circulation, [heldOfColumn(j), column(j)], sum(held), ANY);
    addEdge(circulation, [column(j), SUM], sum(all), marginBounds(sum(all), margin));
    // In a one-way table the column is the cell itself.
    if (rows.length > 1) secrets.push(...sumOf({ row: null, column: j }, held, all, edge));
  });
  addEdge(circulation, [SUM, WHOLE], sum(cells.flat()), marginBounds(sum(cells.flat()), table.whole));
  return secrets;
}

const WHOLE = 0;
const SUM = 1;
const ANY = { low: 0, high: WITHOUT_END };

function marginBounds(stories: number, margin: Margin | undefined): { low: number; high: number } {
  if (margin?.published === true) return { low: stories, high: stories };
  return { low: margin?.atLeast ?? 0, high: WITHOUT_END };
}
