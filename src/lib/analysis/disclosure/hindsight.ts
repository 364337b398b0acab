import { playOf } from './circulation';
import type { DisclosurePolicy } from './policy';
import { behindShown } from './rounding';
import type { RuleSet } from './rules';
import { edgeOf } from './secret-edge';
import { secretsOf, type Secret } from './secrets';
import type { Figures, TableToGuard } from './table';
import { ANY, tableNetwork, type Bounds } from './table-network';

/** A table in one release. */
export interface Moment {
  readonly table: TableToGuard;
  readonly figures: Figures;
}

/**
 * What all releases together give away of any of them. A figure tells of earlier releases as well: a cell cannot have
 * shrunk since, nor grown by more than its lines. So for every weak secret of every release one other history has to fit
 * everything ever given: of this release one in which it is k or more; of an earlier one (whose figures are about a time
 * gone by) at least one in which it is nobody, or else k or more, so that nobody can be sure of some few. Looked for are histories that differ from the true one in the
 * releases from some `from` until before some `until`, by the same amounts in each: nothing given outside them is
 * touched, and once one is found that ends before today nothing given later can spoil it.
 *
 * @param moments oldest first; the last is the release being made
 * @param of whose secrets are looked at
 * @returns the secrets for which none was found
 */
export function* exposedOverTime(
  moments: readonly Moment[],
  of: 'earlier' | 'last',
  policy: DisclosurePolicy,
  rules: RuleSet,
): Generator<Secret> {
  for (const [at, { table, figures }] of moments.entries()) {
    if ((at === moments.length - 1) !== (of === 'last')) continue;
    const changed = new Map<string, ReturnType<typeof changedHistory>>();
    for (const secret of secretsOf(table, figures, policy, rules)) {
      if (secret.reach === 0) continue;
      const found = windowsRound(at, moments.length).some(([from, until]) => {
        const key = `${from} ${until}`;
        const network = changed.get(key) ?? changedHistory(moments, at, from, until, policy);
        changed.set(key, network);
        const enough = Math.max(secret.reach - secret.stories, secret.stories - secret.base, 1);
        return staysOpen(secret, playOf(network.circulation, edgeOf(network, secret), enough), of);
      });
      if (!found) yield secret;
    }
  }
}

function staysOpen(
  { stories, reach, base }: Secret,
  { more, less }: { readonly more: number; readonly less: number },
  of: 'earlier' | 'last',
): boolean {
  if (stories + more >= reach) return true;
  return of === 'earlier' && (stories > base ? stories - less <= base : more > 0);
}

/** Runs of releases that hold `at`; an end of `moments` means that the difference goes on for ever. The likeliest first. */
function windowsRound(at: number, moments: number): (readonly [from: number, until: number])[] {
  const starts = [at, ...Array.from({ length: at }, (_, from) => from)];
  const ends = Array.from({ length: moments - at }, (_, i) => moments - i);
  return ends.flatMap((until) => starts.map((from) => [from, until] as const));
}

/** The tables release `at` may have had, when all from `from` until before `until` differ from the truth alike. */
function changedHistory(moments: readonly Moment[], at: number, from: number, until: number, policy: DisclosurePolicy) {
  const within = moments.slice(from, until);
  const now = moments[at] ?? moments[0];
  if (now === undefined) throw new Error('there is no release to look at');
  const storiesIn = (moment: Moment | undefined, i: number, j: number): number =>
    moment?.table.cells[i]?.[j]?.all.stories ?? 0;
  const counts = now.table.cells.map((line) => line.map(({ all }) => all.stories));
  const fixed = (line: readonly number[]): Bounds => {
    const sum = line.reduce((total, count) => total + count, 0);
    return { low: sum, high: sum };
  };
  return tableNetwork({
    counts,
    cell: (i, j) => {
      // Before and after, everything is as it was: what came in between is the room.
      let less = storiesIn(moments[from], i, j) - storiesIn(moments[from - 1], i, j);
      let more =
        until === moments.length ? ANY.high : storiesIn(moments[until], i, j) - storiesIn(moments[until - 1], i, j);
      for (const moment of within) {
        const figure = moment.figures[i]?.[j] ?? null;
        if (figure === null) continue;
        const { low, high } = behindShown(figure, policy);
        less = Math.min(less, storiesIn(moment, i, j) - low);
        more = Math.min(more, high - storiesIn(moment, i, j));
      }
      const count = storiesIn(now, i, j);
      return { low: count - Math.max(0, less), high: count + Math.max(0, more) };
    },
    held: (i, j) => (now.figures[i]?.[j] ?? null) === null,
    row: (i) => (within.some(({ table }) => table.rows[i]?.published) ? fixed(counts[i] ?? []) : ANY),
    column: (j) =>
      within.some(({ table }) => table.columns[j]?.published) ? fixed(counts.map((line) => line[j] ?? 0)) : ANY,
    whole: fixed(counts.flat()),
  });
}
