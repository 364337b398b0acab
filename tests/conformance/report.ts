import { within, type Conformity, type Outcome } from './conform';

const MOST_WIDTH = 44;

/** The lines of a report; the last one is the count. */
export function reportLines(runs: readonly Conformity[]): string[] {
  const outcomes = runs.flatMap((run) => run.outcomes);
  return [
    ...groupLines(outcomes),
    ...outcomes.filter((outcome) => !within(outcome)).map(failureLine),
    ...runs.flatMap((run) => run.faults),
    ...leftOutLines(runs),
    countLine(outcomes),
  ];
}

export function allWithin(runs: readonly Conformity[]): boolean {
  return runs.every(({ outcomes, faults }) => faults.length === 0 && outcomes.every(within));
}

/** Groups of one set count as one check each: passed when all their figures are within tolerance. */
export function groupTally(runs: readonly Conformity[]): { passed: number; failed: number } {
  const good = new Map<string, boolean>();
  for (const outcome of runs.flatMap((run) => run.outcomes)) {
    const check = `${outcome.set} ${outcome.group}`;
    good.set(check, (good.get(check) ?? true) && within(outcome));
  }
  const passed = [...good.values()].filter(Boolean).length;
  return { passed, failed: good.size - passed };
}

function groupLines(outcomes: readonly Outcome[]): string[] {
  return [...new Set(outcomes.map(({ group }) => group))].map((name) => {
    const own = outcomes.filter(({ group }) => group === name);
    const worst = own.reduce((most, { verdict }) => Math.max(most, verdict?.deviation ?? 0), 0);
    const used = own.reduce((most, { verdict }) => Math.max(most, shareOfTolerance(verdict)), 0);
    return `${name.padEnd(MOST_WIDTH)} ${String(own.length).padStart(5)} figures, max deviation ${worst.toExponential(2)} (${used.toPrecision(2)} of its tolerance)`;
  });
}

function shareOfTolerance(verdict: Outcome['verdict']): number {
  if (!verdict || verdict.deviation === 0) return 0;
  return verdict.deviation / verdict.tolerance;
}

function failureLine({ set, group, figure, computed, verdict }: Outcome): string {
  const where = `${set} ${figure.path.join('.')}`;
  if (!verdict) return `NOT COMPUTED ${where} (${group})`;
  const { deviation, tolerance } = verdict;
  return `OUTSIDE ${where}: ${JSON.stringify(computed)} for ${JSON.stringify(figure.value)}, off by ${deviation.toExponential(3)}, tolerance ${tolerance.toExponential(1)}`;
}

function leftOutLines(runs: readonly Conformity[]): string[] {
  const reasons = new Map<string, number>();
  for (const { leftOut } of runs) {
    for (const [reason, count] of leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  }
  return [...reasons].map(([reason, count]) => `left out: ${count}, ${reason}`);
}

function countLine(outcomes: readonly Outcome[]): string {
  const good = outcomes.filter(within).length;
  const missing = outcomes.filter(({ verdict }) => verdict === null).length;
  return `${outcomes.length} figures, ${good} within tolerance, ${outcomes.length - good - missing} outside, ${missing} not computed`;
}
