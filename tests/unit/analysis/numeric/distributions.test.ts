import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile } from '$lib/analysis/numeric/beta-quantile';
import { binomialUpper } from '$lib/analysis/numeric/binomial-tail';
import { chiSquareUpper } from '$lib/analysis/numeric/chi-square';
import { fQuantile } from '$lib/analysis/numeric/f-quantile';
import { incompleteBeta } from '$lib/analysis/numeric/incomplete-beta';
import { upperGamma } from '$lib/analysis/numeric/incomplete-gamma';
import { logGamma } from '$lib/analysis/numeric/log-gamma';
import { normalQuantile, normalUpper, twoSidedP } from '$lib/analysis/numeric/normal';

// The expected figures were computed with scipy 1.17 (special.gammaln, gammaincc, betainc; stats.*.ppf and .sf).
const near = (value: number, expected: number, relative = 1e-12): void => {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-300));
};

describe('the distributions', () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [3.7, 1.428072326665388],
    [14.9, 24.924132002217277],
    [15.1, 25.458999750992664],
    [1e5, 1051287.7089736569],
  ])('ln gamma(%d) agrees with scipy', (x, expected) => near(logGamma(x), expected));

  it.each([
    [0.5, 0.1, 0.6547208460185768],
    [2.5, 7.3, 0.012215452958307626],
    [40, 55.5, 0.012479456835516246],
    [0.5, 30, 9.485737571073857e-15],
    [300, 280, 0.8773927173288567],
  ])('Q(%d, %d) agrees with scipy', (a, x, expected) => near(upperGamma(a, x), expected));

  it.each([
    [0.5, 0.5, 0.3, 0.36901011956554536],
    [2, 9999, 3e-4, 0.8008965393713499],
    [17.5, 3, 0.9, 0.6911958282613826],
    [1, 58, 0.05, 0.9489531313163966],
    [200, 300, 0.41, 0.677628164772179],
  ])('I(%d, %d, %d) agrees with scipy', (a, b, x, expected) => near(incompleteBeta(a, b, x), expected));

  it.each([
    [0.025, 3.2, 17.9, 0.03655534097819004],
    [0.975, 0.4, 0.7, 0.9850440677407414],
    [0.5, 1000, 5, 0.9953492543968319],
    [0.001, 0.05, 3, 2.300047000664817e-61],
  ])('the %d quantile of beta(%d, %d) agrees with scipy', (p, a, b, expected) => {
    near(betaQuantile(p, a, b), expected, 1e-11);
  });

  it.each([
    [0.95, 2, 115, 3.075143733420843],
    [0.95, 2, 1, 199.49999999999963],
    [0.99, 7, 3.5, 19.43927364909831],
    [0.95, 2, 19998, 2.996181083843823],
    [0.05, 4, 9, 0.16670058936947543],
  ])('the %d quantile of F(%d, %d) agrees with scipy', (p, d1, d2, expected) =>
    near(fQuantile(p, d1, d2), expected, 1e-11),
  );

  it('F with 2 degrees of freedom above has a closed form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (d2, p) => {
        near(fQuantile(p, 2, d2), (d2 / 2) * Math.expm1((-2 / d2) * Math.log1p(-p)), 1e-8);
      }),
    );
  });

  it.each([
    [1.96, 0.024997895148220435],
    [-0.7, 0.758036347776927],
    [6, 9.865876450376946e-10],
    [0, 0.5],
  ])('the normal tail above %d agrees with scipy', (z, expected) => near(normalUpper(z), expected));

  it.each([
    [0.975, 1.959963984540054],
    [0.5, 0],
    [0.01, -2.3263478740408408],
    [1e-9, -5.9978070150076865],
    [0.3, -0.5244005127080409],
  ])('the normal quantile of %d agrees with scipy', (p, expected) => near(normalQuantile(p), expected));

  it('the two-sided p is twice the tail', () => near(twoSidedP(-1.96), 2 * normalUpper(1.96)));

  it.each([
    [15.26, 9, 0.08403735701492544],
    [0, 3, 1],
    [200, 18, 1.001941839974035e-32],
    [3.84, 1, 0.05004352124870519],
  ])('the chi-square tail above %d with %d degrees of freedom agrees with scipy', (x, df, expected) => {
    near(chiSquareUpper(x, df), expected);
  });

  it.each([
    [3, 20, 0.05, 0.07548367378849626],
    [12, 500, 1 / 49, 0.3256964982654044],
    [0, 5, 0.3, 1],
    [6, 5, 0.3, 0],
  ])('the chance of %d or more of %d agrees with scipy', (k, n, p, expected) => near(binomialUpper(k, n, p), expected));

  it('a quantile is undone by its distribution', () => {
    const shape = fc.double({ min: 0.5, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
        expect(incompleteBeta(a, b, betaQuantile(p, a, b))).toBeCloseTo(p, 7);
        expect(1 - normalUpper(normalQuantile(p))).toBeCloseTo(p, 12);
      }),
    );
  });

  it('refuses what is no probability or not defined', () => {
    expect(() => betaQuantile(1.1, 1, 1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
    expect(() => logGamma(0)).toThrow(RangeError);
    expect(() => upperGamma(1, -1)).toThrow(RangeError);
    expect(() => incompleteBeta(1, 1, 2)).toThrow(RangeError);
  });
});
