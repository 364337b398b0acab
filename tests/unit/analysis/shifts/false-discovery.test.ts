import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, benjaminiYekutieli } from '$lib/analysis/shifts/false-discovery';

describe('the false discovery rate', () => {
  it('gives the flags of the example of Benjamini and Hochberg 1995, table 1', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(benjaminiHochberg(p).filter((q) => q <= 0.05)).toHaveLength(4);
    expect(benjaminiYekutieli(p).filter((q) => q <= 0.05)).toHaveLength(3);
  });

  it('keeps the order of p, never goes below it, and does not hang on the order of the tests', () => {
    const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(ps, (p) => {
        const q = benjaminiHochberg(p);
        p.forEach((each, i) => expect(q[i]).toBeGreaterThanOrEqual(each * (1 - 1e-12)));
        expect(benjaminiHochberg([...p].reverse()).reverse()).toEqual(q);
        const sorted = [...p.keys()].sort((i, j) => (p[i] ?? 0) - (p[j] ?? 0)).map((i) => q[i] ?? 0);
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
    );
  });

  it('has nothing to say about no tests', () => {
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
