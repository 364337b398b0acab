import type { SeededRandom } from '$lib/analysis/random/seeded-random';

/** An index drawn with the given chances, which sum to 1. */
export function categorical(chances: readonly number[], random: SeededRandom): number {
  let left = random.next();
  for (let i = 0; i < chances.length - 1; i += 1) {
    left -= chances[i] ?? 0;
    if (left < 0) return i;
  }
  return chances.length - 1;
}

/** Chances drawn around `parameters` / sum: the larger the sum, the closer. Correlation of two draws from them 1/(1 + sum). */
export function dirichlet(parameters: readonly number[], random: SeededRandom): number[] {
  const drawn = parameters.map((shape) => gamma(shape, random));
  const sum = drawn.reduce((total, value) => total + value, 0);
  return drawn.map((value) => value / sum);
}

/** Marsaglia and Tsang 2000, ACM TOMS 26, 363-372; shapes below 1 by their boost. A shape of 0 gives 0. */
function gamma(shape: number, random: SeededRandom): number {
  if (shape <= 0) return 0;
  if (shape < 1) return gamma(shape + 1, random) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
