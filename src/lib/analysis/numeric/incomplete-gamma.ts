import { logGamma } from './log-gamma';

const EPSILON = 1e-16;
const TINY = 1e-300;
const MOST_TERMS = 10_000;

/**
 * Q(a, x) = Γ(a, x) / Γ(a), the upper tail of the gamma distribution with shape a > 0 and scale 1, in [0, 1]. Series
 * below a + 1, continued fraction (modified Lentz) above: Press et al., Numerical Recipes, 6.2. Q(a, 0) = 1.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`Q(${a}, ${x}) is not defined`);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * EPSILON; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < MOST_TERMS; i += 1) {
    const step = -i * (i - a);
    b += 2;
    d = 1 / away(step * d + b);
    c = away(b + step / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < EPSILON) break;
  }
  return value;
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
