import type { DisclosurePolicy } from '../../analysis/disclosure/policy';
import { answeredRows } from '../../analysis/describe/answers';
import { shrinkShares } from '../../analysis/pooling/shrink-shares';
import { advance, UNWATCHED, type Progress } from '../../analysis/progress';
import { regionByGroup } from '../../analysis/regions/region-by-group';
import { regionChange } from '../../analysis/regions/region-change';
import { regionDating } from '../../analysis/regions/region-dating';
import type { RegionHits } from '../../analysis/regions/region-hits';
import { regionShare, type RegionShare } from '../../analysis/regions/region-share';
import { NO_GROUP, type Grouping } from '../../analysis/representation/block';
import { groupingOf } from '../../columns/grouping';
import type { Kernel } from '../../columns/kernel';
import { storySetOf } from '../../columns/story-set';
import { mayShow } from './may-show';
import { periodsOf } from './periods';
import { regionClause } from './region-clause';
import type { MeasuredRegion, PeriodShare, RegionReading, RegionsAnswer, RegionsQuestion } from './regions-answer';

/** No filter has this source: the region and a filter on the same question must both hold. */
const SOURCE = '_region';

/** Measures every region in the stories of a view; each is a step. */
export function measureRegions(
  kernel: Kernel,
  question: RegionsQuestion,
  progress: Progress = UNWATCHED,
): RegionsAnswer {
  const { snapshot } = kernel;
  const rows = passing(kernel.select(question.within, []).fail);
  const dimension = kernel.dimensions.find(({ id }) => id === question.by);
  const grouping = dimension ? groupingOf(snapshot, dimension) : null;
  return {
    stories: rows.length,
    clusters: new Set(Array.from(rows, (row) => snapshot.cluster[row] ?? 0)).size,
    readings: question.regions.flatMap((region, done): RegionReading[] => {
      advance(progress, done, question.regions.length);
      const hits = hitsOf(kernel, region, rows);
      return hits === null ? [] : [reading(kernel, question, region, grouping, hits)];
    }),
  };
}

function passing(fail: Uint32Array): Uint32Array {
  return Uint32Array.from(fail.keys()).filter((row) => fail[row] === 0);
}

/** Null when nobody is asked this any more. */
function hitsOf(kernel: Kernel, region: MeasuredRegion, rows: Uint32Array): RegionHits | null {
  const clause = regionClause(region, SOURCE);
  if (kernel.check([clause]).length > 0) return null;
  const { signifier, stone } = region;
  const id = stone === undefined ? signifier : `${signifier}/${stone}`;
  const block = storySetOf(kernel.snapshot, new Set([signifier])).blocks.find((candidate) => candidate.id === id);
  if (block === undefined) return null;
  const { fail } = kernel.select([clause], []);
  const answered = answeredRows(block, rows);
  return { ...answered, inside: Uint8Array.from(answered.rows, (row) => (fail[row] === 0 ? 1 : 0)) };
}

function reading(
  { snapshot }: Kernel,
  question: RegionsQuestion,
  { id, drawnMonth }: MeasuredRegion,
  grouping: Grouping | null,
  hits: RegionHits,
): RegionReading {
  const { policy } = question;
  const periods = overTime(hits, question, snapshot, drawnMonth);
  const member = new Uint8Array(snapshot.rows);
  hits.rows.forEach((row, i) => (member[row] = 1 + (hits.inside[i] ?? 0)));
  return {
    id,
    notApplicable: hits.notApplicable,
    unanswered: hits.unanswered,
    whole: regionShare(
      hits.inside,
      hits.rows.map((row) => snapshot.cluster[row] ?? 0),
    ),
    periods,
    change: lastChange(periods, policy),
    ...(grouping === null
      ? { groups: [], groupsAlike: false }
      : byGroup(regionByGroup(hits, grouping, snapshot), grouping)),
    member,
  };
}

type Stories = Kernel['snapshot'];

function overTime(
  hits: RegionHits,
  { length }: RegionsQuestion,
  { cluster, month }: Stories,
  drawnMonth: number,
): PeriodShare[] {
  if (hits.rows.length === 0) return [];
  const first = hits.rows.reduce((least, row) => Math.min(least, month[row] ?? least), Infinity);
  const last = hits.rows.reduce((most, row) => Math.max(most, month[row] ?? most), -Infinity);
  const periods = periodsOf(first, last, length);
  const of = new Uint16Array(month.length).fill(NO_GROUP);
  for (const row of hits.rows) {
    const told = month[row] ?? first;
    of[row] = periods.findIndex(({ from, to }) => told >= from && told <= to);
  }
  const grouping = { id: length, groups: periods.map(({ from }) => String(from)), of };
  const shares = regionByGroup(hits, grouping, { cluster });
  return periods.flatMap((period, i): PeriodShare[] => {
    const share = shares[i];
    return share ? [{ ...period, share, dating: regionDating(drawnMonth, period) }] : [];
  });
}

/** The last period with enough stories against the last such one before it. */
function lastChange(periods: readonly PeriodShare[], policy: DisclosurePolicy): RegionReading['change'] {
  const shown = periods.flatMap(({ share }, index) => (mayShow(share, policy) ? [{ share, index }] : []));
  const [earlier, later] = shown.slice(-2);
  const by = earlier && later ? regionChange(later.share, earlier.share) : null;
  return earlier && later && by ? { later: later.index, earlier: earlier.index, by } : null;
}

/** Hidden groups stay in what is learnt of all groups. */
function byGroup(shares: readonly RegionShare[], { groups }: Grouping): Pick<RegionReading, 'groups' | 'groupsAlike'> {
  const shrunk = shrinkShares(shares.map(({ hits, n, deff }) => ({ hits: hits / deff, n: n / deff })));
  return {
    groups: shares.map((share, i) => ({ group: groups[i] ?? '', share, pooled: shrunk?.places[i] ?? null })),
    groupsAlike: shrunk?.weight === Infinity,
  };
}
