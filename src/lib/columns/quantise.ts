import { barycentric, type Barycentric } from '../domain/signifier/spaces';

/**
 * Placements travel as whole numbers of 1/60,000: divisible by 2, 3, 5 and 8, so that corners, edge middles, the
 * centre (1/3, 1/3, 1/3), fifths and the middles of the "how much" steps are exact.
 */
export const UNITS = 60_000;

/** A share in [0, 1] as units. */
export function toUnits(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * UNITS);
}

export function fromUnits(units: number): number {
  return units / UNITS;
}

/**
 * Three parts as units that sum to 60,000 exactly (largest remainder; ties to the earlier label). An exact zero stays
 * zero: the units left over are never more than the parts that have a remainder.
 */
export function triadUnits(parts: { readonly a: number; readonly b: number; readonly c: number }): {
  a: number;
  b: number;
  c: number;
} {
  const sum = parts.a + parts.b + parts.c;
  const exact = [parts.a, parts.b, parts.c].map((part) => (Math.max(0, part) / sum) * UNITS);
  const whole = exact.map((units) => Math.floor(units));
  let left = UNITS - whole.reduce((total, units) => total + units, 0);
  const byRemainder = [0, 1, 2].sort((i, j) => remainder(exact, whole, j) - remainder(exact, whole, i) || i - j);
  for (const index of byRemainder) {
    if (left <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left -= 1;
  }
  const [a = 0, b = 0, c = 0] = whole;
  return { a, b, c };
}

/** The placement behind two stored parts. */
export function triadFromUnits(a: number, b: number): Barycentric {
  return barycentric(a / UNITS, b / UNITS, (UNITS - a - b) / UNITS);
}

function remainder(exact: readonly number[], whole: readonly number[], index: number): number {
  return (exact[index] ?? 0) - (whole[index] ?? 0);
}
