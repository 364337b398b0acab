import type { Clause, State } from '../columns/clause';
import { SLIDER_BINS } from '../columns/dimension';
import { UNITS } from '../columns/quantise';
import type { Zone } from '../domain/signifier/zone';
import type { Span } from '../ui/plots/frame/span';

const NONE: readonly Clause[] = [];

/** Clauses of one view, read back as what its plot draws. "None" is one and the same list: nothing is drawn anew for it. */
export function ownClauses(clauses: readonly Clause[], source: string): readonly Clause[] {
  const own = clauses.filter((clause) => clause.source === source);
  return own.length === 0 ? NONE : own;
}

export function zonesOf(own: readonly Clause[]): readonly Zone[] {
  return own.flatMap((clause) => (clause.kind === 'zones' ? clause.zones : []));
}

export function optionsOf(own: readonly Clause[]): readonly string[] {
  return own.flatMap((clause) => (clause.kind === 'options' ? clause.options : []));
}

export function statesOf(own: readonly Clause[]): readonly State[] {
  return own.flatMap((clause) => clause.states ?? []);
}

export function loopOf(own: readonly Clause[]): readonly (readonly [number, number])[] | null {
  return own.find((clause) => clause.kind === 'polygon')?.points ?? null;
}

/**
 * A run of bins as values. A cut belongs to the upper bin, so the run ends half a unit below its last cut; only the last
 * bin holds its own end.
 */
export function rangeOfSpan(span: Span): { from: number; to: number } {
  const end = (span.to + 1) / SLIDER_BINS;
  return { from: span.from / SLIDER_BINS, to: end >= 1 ? 1 : end - 0.5 / UNITS };
}

export function spanOfRange(from: number, to: number): Span {
  const bin = (value: number): number => Math.min(SLIDER_BINS - 1, Math.max(0, Math.floor(value * SLIDER_BINS + 1e-9)));
  return { from: bin(from), to: bin(to) };
}

/** Members in, members out. */
export function toggled<T>(members: readonly T[], member: T): T[] {
  return members.includes(member) ? members.filter((other) => other !== member) : [...members, member];
}
