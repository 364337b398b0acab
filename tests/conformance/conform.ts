import { at, figuresOf, type Figure } from './figure';
import type { FigureGroup } from './figure-group';
import { GROUPS } from './groups';
import { OMISSIONS } from './left-out';
import type { Budget, ReferenceSet } from './reference-set';
import type { Verdict } from './rule';

/** What became of one figure of a reference. */
export interface Outcome {
  readonly set: string;
  readonly group: string;
  readonly figure: Figure;
  readonly computed: unknown;
  /** Null: not computed. */
  readonly verdict: Verdict | null;
}

export interface Conformity {
  readonly outcomes: readonly Outcome[];
  /** Figures left out, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** What stopped a group, in words. */
  readonly faults: readonly string[];
}

/** Compares every figure of a reference with the product's own: the reference is walked, not the list of what is known here. */
export function conform(set: ReferenceSet, budget: Budget): Conformity {
  const leftOut = new Map<string, number>();
  const faults: string[] = [];
  const figures = figuresOf(set.reference).filter((figure) => {
    const omission = OMISSIONS.find(({ covers }) => covers(figure));
    if (omission) leftOut.set(omission.reason, (leftOut.get(omission.reason) ?? 0) + 1);
    return !omission;
  });
  const computed = new Map<FigureGroup, unknown>();
  const outcomes = figures.map((figure): Outcome => {
    const group = GROUPS.find((one) => one.owns(figure.path));
    if (!group) return { set: set.name, group: 'unknown here', figure, computed: undefined, verdict: null };
    if (!computed.has(group)) computed.set(group, attempt(group, set, budget, faults));
    const own = at(computed.get(group), figure.path);
    const verdict = own === undefined ? null : group.rule(figure.path, set, budget)(own, figure.value);
    return { set: set.name, group: group.name, figure, computed: own, verdict };
  });
  return { outcomes, leftOut, faults };
}

export function within({ verdict }: Outcome): boolean {
  return verdict !== null && verdict.deviation <= verdict.tolerance;
}

/** A group that cannot be computed must not hide the others: its figures count as not computed, and the reason is told. */
function attempt(group: FigureGroup, set: ReferenceSet, budget: Budget, faults: string[]): unknown {
  try {
    return group.compute(set, budget);
  } catch (error) {
    faults.push(
      `${set.name}: ${group.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return undefined;
  }
}
