import { shares } from '../slider/histogram';

/**
 * Several groups' answers to one slider as pictures of one scale: each group's shares of its own answers, as parts of
 * the tallest of all. Neighbouring bins are joined two by two: small groups in twenty bins show holes that mean nothing.
 */
export function groupBins(counts: readonly (readonly number[])[]): number[][] {
  const groups = counts.map((group) => shares(joined(group)));
  const most = Math.max(Number.EPSILON, ...groups.flat());
  return groups.map((group) => group.map((share) => share / most));
}

function joined(counts: readonly number[]): number[] {
  return counts.flatMap((count, bin) => (bin % 2 === 0 ? [count + (counts[bin + 1] ?? 0)] : []));
}
