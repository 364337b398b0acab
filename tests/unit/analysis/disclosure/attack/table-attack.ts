import type { Group } from '$lib/analysis/disclosure/group';
import { NOBODY, together } from '$lib/analysis/disclosure/group';
import type { DisclosurePolicy } from '$lib/analysis/disclosure/policy';
import { behindShown } from '$lib/analysis/disclosure/rounding';
import type { GuardedCell } from '$lib/analysis/disclosure/table';
import { foundOut } from './insider';
import { Knowledge, sumOf } from './knowledge';
import { numbers, type Released } from './releases';

/**
 * Everything that can be worked out from all releases together: each count at each time is an unknown; the number of all
 * stories is known exactly, figures up to their rounding, and stories do not go away.
 *
 * @returns the first thing found out, or null: in the last release a group known to be under k; in an earlier one a group
 *   known to be between 1 and k-1, or exactly; a number of new stories known to be between 1 and k-1; a sum of held figures known exactly of which an insider could subtract all but a few
 */
export function tablesGiveAway(
  released: readonly Released[],
  policy: DisclosurePolicy,
  closedRows = false,
): string | null {
  const [rowCount, columnCount] = [released.at(-1)?.rows.length ?? 0, released[0]?.columns.length ?? 0];
  const unknown = (t: number, i: number, j: number): number => (t * rowCount + i) * columnCount + j;
  const rowAt = (t: number, i: number): number[] => numbers(columnCount).map((j) => unknown(t, i, j));
  const columnAt = (t: number, j: number): number[] => numbers(rowCount).map((i) => unknown(t, i, j));
  const knowledge = new Knowledge(released.length * rowCount * columnCount);
  released.forEach(({ arrived, rows, columns, cells }, t) => {
    knowledge.learn(sumOf(numbers(rowCount).flatMap((i) => rowAt(t, i))), arrived, arrived);
    rows.forEach((cell, i) => learnFigure(rowAt(t, i), cell));
    columns.forEach((cell, j) => learnFigure(columnAt(t, j), cell));
    cells.forEach((line, i) => line.forEach((cell, j) => learnFigure([unknown(t, i, j)], cell)));
    for (const i of numbers(rowCount)) if (rows[i] === undefined) knowledge.learn(sumOf(rowAt(t, i)), 0, 0);
    if (t === 0) return;
    for (const i of numbers(rowCount)) {
      for (const j of numbers(columnCount)) {
        const now = unknown(t, i, j);
        knowledge.learn(growth([now], [unknown(t - 1, i, j)]), 0, Infinity);
      }
      // Of a closed row (a past quarter) everybody knows that nothing has come in.
      if (closedRows && released[t - 1]?.rows[i] !== undefined)
        knowledge.learn(growth(rowAt(t, i), rowAt(t - 1, i)), 0, 0);
    }
  });

  function learnFigure(of: readonly number[], cell: GuardedCell): void {
    if (cell.kind !== 'new') return;
    const { low, high } = figure(cell.stories, policy);
    knowledge.learn(sumOf(of), low, high);
  }
  function few(name: string, of: readonly number[], group: Group | undefined, past: boolean): string | null {
    const stories = group?.stories ?? 0;
    if (stories >= policy.k) return null;
    const { low, high } = knowledge.range(sumOf(of));
    // Of a time gone by: that there were some, and few; or the very number.
    const learnt = past ? high < policy.k && (low >= 1 || low === high) : high < policy.k;
    return learnt ? `${name}: ${low} to ${high} (${stories})` : null;
  }
  function fewNew(name: string, before: readonly number[], after: readonly number[], came: number): string | null {
    if (came === 0 || came >= policy.k) return null;
    const { low, high } = knowledge.range(growth(after, before));
    return low >= 1 && high < policy.k ? `${name}: ${low} to ${high} new (${came})` : null;
  }
  function pinnedSum(name: string, held: readonly { unknown: number; group: Group }[]): string | null {
    const group = together(held.map((one) => one.group));
    if (held.length === 0 || group === NOBODY || group.stories < policy.k || !foundOut(group, policy.k)) return null;
    const { low, high } = knowledge.range(sumOf(held.map((one) => one.unknown)));
    return low === high ? `${name}: exactly ${low} held, of ${group.clusters.size} gatherings` : null;
  }

  for (const [t, { arrived, truth, cells }] of released.entries()) {
    const before = released[t - 1]?.truth;
    const came = arrived - (released[t - 1]?.arrived ?? 0);
    if (came > 0 && came < policy.k) return `release ${t}: ${came} new in all`;
    const lines: { name: string; of: number[]; was: number[]; group: Group | undefined; came: number }[] = [
      ...truth.rows.map((group, i) => ({
        name: `release ${t} row ${i}`,
        of: rowAt(t, i),
        was: rowAt(t - 1, i),
        group,
        came: group.stories - (before?.rows[i]?.stories ?? 0),
      })),
      ...truth.columns.map((group, j) => ({
        name: `release ${t} column ${j}`,
        of: columnAt(t, j),
        was: columnAt(t - 1, j),
        group,
        came: group.stories - (before?.columns[j]?.stories ?? 0),
      })),
      ...(closedRows ? [] : truth.cells).flatMap((line, i) =>
        line.map((group, j) => ({
          name: `release ${t} cell ${i}/${j}`,
          of: [unknown(t, i, j)],
          was: [unknown(t - 1, i, j)],
          group,
          came: group.stories - (before?.cells[i]?.[j]?.stories ?? 0),
        })),
      ),
    ];
    for (const { name, of, was, group, came } of lines) {
      const found = few(name, of, group, t < released.length - 1) ?? (t === 0 ? null : fewNew(name, was, of, came));
      if (found !== null) return found;
    }
    // The held figures of a line together: how many came to them since the release before.
    const whole: readonly (readonly [string, (readonly [number, number])[]])[] =
      t === 0 || closedRows
        ? []
        : [
            ...numbers(rowCount).map((i) => [`row ${i}`, numbers(columnCount).map((j) => [i, j] as const)] as const),
            ...numbers(columnCount).map((j) => [`column ${j}`, numbers(rowCount).map((i) => [i, j] as const)] as const),
          ];
    for (const [name, line] of whole) {
      const held = line.filter(([i, j]) => cells[i]?.[j]?.kind !== 'new');
      const counts = held.map(([i, j]) => (truth.cells[i]?.[j]?.stories ?? 0) - (before?.cells[i]?.[j]?.stories ?? 0));
      const at = (time: number): number[] => held.map(([i, j]) => unknown(time, i, j));
      const cameIn = counts.reduce((sum, count) => sum + count, 0);
      const found = held.length === 0 ? null : fewNew(`release ${t} held of ${name}`, at(t - 1), at(t), cameIn);
      if (found !== null) return found;
    }
    const heldIn = (of: readonly (readonly [number, number])[]) =>
      of.flatMap(([i, j]) => {
        const group = truth.cells[i]?.[j];
        return cells[i]?.[j]?.kind === 'held' && group ? [{ unknown: unknown(t, i, j), group }] : [];
      });
    for (const i of numbers(rowCount)) {
      const found = pinnedSum(`release ${t} row ${i}`, heldIn(numbers(columnCount).map((j) => [i, j] as const)));
      if (found !== null) return found;
    }
    for (const j of numbers(columnCount)) {
      const found = pinnedSum(`release ${t} column ${j}`, heldIn(numbers(rowCount).map((i) => [i, j] as const)));
      if (found !== null) return found;
    }
  }
  return null;
}

/** A figure that is no multiple was not rounded. */
function figure(shown: number, policy: DisclosurePolicy): { low: number; high: number } {
  return shown % policy.roundTo === 0 ? behindShown(shown, policy) : { low: shown, high: shown };
}

function growth(after: readonly number[], before: readonly number[]): Map<number, number> {
  return new Map([...after.map((one) => [one, 1] as const), ...before.map((one) => [one, -1] as const)]);
}
