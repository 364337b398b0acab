import type { Barycentric } from './spaces';

/** How much of a label a placement holds, in a word: more than the others, a middling share, a small one. */
export type Amount = 'mostly' | 'some' | 'bit';

/** What a triad placement says, before it is put into the words of a language. Labels are 0 = A, 1 = B, 2 = C. */
export type TriadDescription =
  /** The three are near each other. */
  | { kind: 'all' }
  /** Two share the lead; a third is named only when it is more than a trace. */
  | { kind: 'pair'; labels: readonly [number, number]; rest: number | null }
  /** One leads; what follows is in falling order. */
  | { kind: 'lead'; parts: readonly { label: number; amount: Amount }[] };

/** A part below this goes unsaid: nobody means 1 part in 8 when they press a finger on a small triangle. */
export const UNSAID_BELOW = 0.15;
/** From here a second part is "some", below it "a bit". */
export const SOME_FROM = 0.3;
/** Parts nearer to each other than this are said as equal. */
export const EQUAL_WITHIN = 0.1;
/** All three are said as equal when the largest and smallest lie within this. */
export const ALL_WITHIN = 0.15;

/**
 * Says a triad placement in parts and amounts ("mostly A, a bit B"), so that a person who cannot see the dot, or does
 * not trust it, can check it. Exact locations of the seven loci give: corner = one part, edge middle = a pair,
 * centre = all. Ties keep label order.
 */
export function describeTriad(at: Barycentric): TriadDescription {
  const parts = [at.a, at.b, at.c].map((part, label) => ({ part, label })).sort((p, q) => q.part - p.part);
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third === undefined) throw new Error('a triad has three parts');
  if (first.part - third.part <= ALL_WITHIN) return { kind: 'all' };
  if (first.part - second.part <= EQUAL_WITHIN) {
    const [low, high] = first.label < second.label ? [first.label, second.label] : [second.label, first.label];
    return { kind: 'pair', labels: [low, high], rest: third.part >= UNSAID_BELOW ? third.label : null };
  }
  const rest = [second, third].filter((entry) => entry.part >= UNSAID_BELOW);
  return {
    kind: 'lead',
    parts: [
      { label: first.label, amount: 'mostly' },
      ...rest.map(({ part, label }) => ({ label, amount: part >= SOME_FROM ? ('some' as const) : ('bit' as const) })),
    ],
  };
}
