/** How far a computed figure lies from the reference's, and how far it may. */
export interface Verdict {
  readonly deviation: number;
  readonly tolerance: number;
}

/** Compares one figure; a value of the wrong type is infinitely far. */
export type Rule = (computed: unknown, expected: unknown) => Verdict;

const APART: Verdict = { deviation: Infinity, tolerance: 0 };

/** Numbers must agree to the last bit of a count; texts and lists of texts letter by letter. */
export const exact: Rule = (computed, expected) => {
  if (typeof computed === 'number' && typeof expected === 'number') {
    return { deviation: Math.abs(computed - expected), tolerance: 0 };
  }
  return JSON.stringify(computed) === JSON.stringify(expected) ? { deviation: 0, tolerance: 0 } : APART;
};

export const absolute = (tolerance: number): Rule =>
  numeric((computed, expected) => ({ deviation: Math.abs(computed - expected), tolerance }));

/** The deviation is relative to the expected figure. */
export const relative = (tolerance: number): Rule =>
  numeric((computed, expected) => ({
    deviation: computed === expected ? 0 : Math.abs(computed - expected) / Math.abs(expected),
    tolerance,
  }));

/** A smaller figure is as good or better; a larger one may exceed by a share of the expected one. */
export const atMost = (share: number): Rule =>
  numeric((computed, expected) => ({ deviation: Math.max(0, computed / expected - 1), tolerance: share }));

/** Two p values by drawings: four standard errors of their difference and two steps of the coarser one. */
export const drawnP = (drawings: number, referenceDrawings: number): Rule =>
  numeric((computed, expected) => ({
    deviation: Math.abs(computed - expected),
    tolerance:
      4 * Math.sqrt(expected * (1 - expected) * (1 / drawings + 1 / referenceDrawings)) +
      2 / Math.min(drawings, referenceDrawings),
  }));

function numeric(compare: (computed: number, expected: number) => Verdict): Rule {
  return (computed, expected) => {
    if (typeof computed !== 'number' || typeof expected !== 'number') return exact(computed, expected);
    if (Number.isNaN(computed) || Number.isNaN(expected)) return APART;
    return compare(computed, expected);
  };
}
