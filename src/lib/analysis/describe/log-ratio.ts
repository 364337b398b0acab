import { isSmall, type Parts } from './parts';

/** What a part below SMALL_PART is taken for: .65 of that limit (Martin-Fernandez et al. 2003, Mathematical Geology 35). */
export const DELTA = 0.0065;

/**
 * Multiplicative replacement: every part below SMALL_PART becomes `delta`, the others shrink in proportion so that the
 * sum stays 1. All small parts, not zeros only, or a true .002 would rank below a replaced zero (METHOD 2a).
 */
export function replaceSmall(parts: Parts, delta = DELTA): Parts {
  const small = parts.filter(isSmall).length;
  if (small === 0) return parts;
  const rest = parts.reduce((sum, part) => (isSmall(part) ? sum : sum + part), 0);
  const shrink = (1 - delta * small) / rest;
  const kept = (part: number): number => (isSmall(part) ? delta : part * shrink);
  return [kept(parts[0]), kept(parts[1]), kept(parts[2])];
}

/** Isometric log-ratio of parts > 0: z1 = ln(a/b)/sqrt2, z2 = ln(ab/c²)/sqrt6. The basis is fixed: packages differ in theirs. */
export function ilr([a, b, c]: Parts): readonly [number, number] {
  return [Math.log(a / b) / Math.SQRT2, Math.log((a * b) / (c * c)) / Math.sqrt(6)];
}

/** The parts whose logarithms are the means of the logarithms, made to sum to 1; NaN for none. */
export function geometricCentre(many: readonly Parts[]): Parts {
  const mean = (part: 0 | 1 | 2): number =>
    Math.exp(many.reduce((sum, parts) => sum + Math.log(parts[part]), 0) / many.length);
  const raw = [mean(0), mean(1), mean(2)] as const;
  const sum = raw[0] + raw[1] + raw[2];
  return [raw[0] / sum, raw[1] / sum, raw[2] / sum];
}
