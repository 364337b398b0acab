import { playOf } from './circulation';
import type { DisclosurePolicy } from './policy';
import { isSettled, knownBefore } from './reissue';
import { behindShown } from './rounding';
import type { RuleSet } from './rules';
import { isHeld, secretsOf, type Secret } from './secrets';
import { edgeOf } from './secret-edge';
import type { Figures, Margin, TableCell, TableToGuard } from './table';
import { ANY, tableNetwork, type Bounds } from './table-network';

/**
 * Every number that must not be learned and yet can be bounded too closely from the figures given, the rounding and the
 * margins. Each bound is exact: no other table fits.
 *
 * @returns nothing when all is well
 */
export function* exposedIn(
  table: TableToGuard,
  figures: Figures,
  policy: DisclosurePolicy,
  rules: RuleSet,
): Generator<Secret> {
  const counts = table.cells.map((line) => line.map(({ all }) => all.stories));
  const network = tableNetwork({
    counts,
    cell: (i, j) => cellBounds(table.cells[i]?.[j], figures[i]?.[j] ?? null, table, policy, rules),
    held: (i, j) => {
      const cell = table.cells[i]?.[j];
      return cell !== undefined && isHeld(cell, figures[i]?.[j] ?? null, table, rules);
    },
    row: (i) => marginBounds(counts[i] ?? [], table.rows[i]),
    column: (j) =>
      marginBounds(
        counts.map((line) => line[j] ?? 0),
        table.columns[j],
      ),
    whole: marginBounds(counts.flat(), table.whole),
  });
  for (const secret of secretsOf(table, figures, policy, rules)) {
    const { more, less } = playOf(
      network.circulation,
      edgeOf(network, secret),
      Math.max(secret.reach - secret.stories, secret.width),
    );
    if (secret.stories + more < secret.reach || more + less < secret.width) yield secret;
  }
}

function cellBounds(
  cell: TableCell | undefined,
  figure: number | null,
  table: TableToGuard,
  policy: DisclosurePolicy,
  rules: RuleSet,
): Bounds {
  if (cell === undefined) return ANY;
  const { stories } = cell.all;
  // Together they are the total of an earlier release: taken to be known exactly, they hide nothing today.
  if (isSettled(cell, table, rules)) return { low: stories, high: stories };
  if (figure !== null) return behindShown(figure, policy);
  const { base } = knownBefore(cell, rules);
  const low = base === 0 ? 0 : Math.max(0, (cell.before?.shown ?? 0) - Math.floor(policy.roundTo / 2));
  return { low, high: ANY.high };
}

function marginBounds(line: readonly number[], margin: Margin | undefined): Bounds {
  const stories = line.reduce((sum, count) => sum + count, 0);
  if (margin?.published === true) return { low: stories, high: stories };
  return { low: margin?.atLeast ?? 0, high: ANY.high };
}
