import { binsOf } from '../../columns/bins';
import { COLUMN } from '../../columns/column-names';
import { DIMENSION, dimensionsOf, SLIDER_BINS, type Dimension } from '../../columns/dimension';
import type { Snapshot } from '../../columns/snapshot';
import { findSignifier, type Framework } from '../../domain/framework/framework';
import { wordingFor, type Wording } from '../../domain/framework/wording';
import { ZONES } from '../../domain/signifier/zone';
import { quarterOfMonth } from '../../analysis/disclosure/quarter';
import type { Partition, PlannedTable } from './partition';

const FIFTHS = 5;
const ROLE = 'demo.role';
/** How a story that is in no zone, fifth or option stands: the codes of a dimension after its values. */
const GAPS = ['no_answer', 'not_applicable', 'no_answer', 'no_answer'] as const;
const STATE_LINES = ['not_applicable', 'no_answer'].map((id) => ({ id, name: null }));

/**
 * The tables of a release, always the same: who told and when, then each triad, slider and choice, city-wide and by place.
 * Special reach questions, stones, numbers and texts have none, and questions about the teller but the role neither.
 * @param end the month before which stories count, from January 1970
 */
export function planTables(snapshot: Snapshot, framework: Framework, end: number): PlannedTable[] {
  const dimensions = dimensionsOf(snapshot);
  // A signifier that no audience is led to has no answers to count.
  const steps = new Set(Object.values(framework.sets).flatMap((set) => set?.steps ?? []));
  const signifiers = new Set(framework.signifiers.map(({ id }) => id).filter((id) => steps.has(id)));
  const planned: PlannedTable[] = [];
  for (const dimension of dimensions) {
    if (dimension.id === DIMENSION.audience && dimension.kind === 'category')
      planned.push({ kind: 'lines', partition: audiences(snapshot, dimension), byPlace: false });
    else if (dimension.id === ROLE && dimension.kind === 'category')
      planned.push({
        kind: 'lines',
        partition: asked(snapshot, framework, dimension, dimension.options),
        byPlace: false,
      });
    else if (signifiers.has(dimension.id)) planned.push(...signifierTables(snapshot, framework, dimension));
  }
  const quarters: PlannedTable = { kind: 'lines', partition: quarterPartition(snapshot, end), byPlace: false };
  const about = planned.filter((table) => table.kind === 'lines' && !table.byPlace);
  return [quarters, ...about, ...planned.filter((table) => !about.includes(table))];
}

function signifierTables(snapshot: Snapshot, framework: Framework, dimension: Dimension): PlannedTable[] {
  switch (dimension.kind) {
    case 'triad':
      return [{ kind: 'lines', partition: asked(snapshot, framework, dimension, ZONES), byPlace: true }];
    case 'slider': {
      const fifths = Array.from({ length: FIFTHS }, (_, fifth) => `fifth.${fifth}`);
      return [{ kind: 'lines', partition: asked(snapshot, framework, dimension, fifths), byPlace: true }];
    }
    case 'category':
      return [{ kind: 'lines', partition: asked(snapshot, framework, dimension, dimension.options), byPlace: true }];
    case 'multiple':
      return [multiple(snapshot, framework, dimension)];
    case 'stones':
    case 'number':
    case 'text':
    case 'months':
      return [];
  }
}

/** A signifier or question: its values in order, then "does not fit" and "no answer" (asked or not). */
function asked(snapshot: Snapshot, framework: Framework, dimension: Dimension, values: readonly string[]): Partition {
  const bins = binsOf(snapshot, dimension);
  // Twenty bins of a slider are five lines.
  const each = dimension.kind === 'slider' ? SLIDER_BINS / FIFTHS : 1;
  const lines = [...values.map((id) => ({ id, name: optionName(framework, dimension.id, id) })), ...STATE_LINES];
  const gap = (code: number): number => lines.findIndex(({ id }) => id === GAPS[code]);
  return {
    about: aboutOf(framework, dimension),
    lines,
    lineOf: Array.from(bins.of, (bin) => (bin < bins.size ? Math.floor(bin / each) : gap(bin - bins.size))),
    closed: false,
  };
}

function multiple(
  snapshot: Snapshot,
  framework: Framework,
  dimension: Extract<Dimension, { kind: 'multiple' }>,
): PlannedTable {
  const states = asked(snapshot, framework, dimension, ['answered']);
  const options = dimension.options.map((id, index) => {
    const bits = snapshot.columns.get(COLUMN.bits(dimension.id, index >>> 5));
    const chosen = (row: number): boolean => ((bits?.[row] ?? 0) & (1 << (index & 31))) !== 0;
    return { id, name: optionName(framework, dimension.id, id) ?? id, chosen };
  });
  return { kind: 'options', states, answered: 0, options };
}

function audiences(snapshot: Snapshot, dimension: Extract<Dimension, { kind: 'category' }>): Partition {
  return {
    about: { id: '_audience', kind: 'audience', title: '', stem: null, labels: [] },
    lines: dimension.options.map((id) => ({ id, name: null })),
    lineOf: binsOf(snapshot, dimension).of,
    closed: false,
  };
}

function quarterPartition({ month }: Snapshot, end: number): Partition {
  const past = Array.from(month).filter((at) => at < end);
  const quarters = [...new Set(past.map(quarterOfMonth))].sort();
  const line = new Map(quarters.map((quarter, index) => [quarter, index]));
  return {
    about: { id: '_quarter', kind: 'quarter', title: '', stem: null, labels: [] },
    lines: quarters.map((id) => ({ id, name: null })),
    lineOf: Array.from(month, (at) => line.get(quarterOfMonth(at)) ?? 0),
    closed: true,
  };
}

/** Words are read as families see them. */
const say = (wording: Wording): string => wordingFor(wording, 'family');

function aboutOf(framework: Framework, { id, kind }: Dimension): Partition['about'] {
  const found = findSignifier(framework, id);
  const labels = found?.kind === 'triad' ? found.labels : found?.kind === 'slider' ? found.ends : [];
  return {
    id,
    kind: kind === 'triad' || kind === 'slider' ? kind : kind === 'multiple' ? 'options' : 'choice',
    title: found?.title ?? id,
    stem: found === undefined ? null : say(found.stem),
    labels: labels.map(({ text }) => say(text)),
  };
}

function optionName(framework: Framework, signifier: string, option: string): string | null {
  const found = findSignifier(framework, signifier);
  if (found?.kind !== 'choice') return null;
  const named = found.options.find(({ id }) => id === option);
  return named === undefined ? null : say(named.text);
}
