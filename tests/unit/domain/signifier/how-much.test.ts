import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AMOUNTS, isNoneOfThese, placementOfSteps, type Amount, type Steps } from '$lib/domain/signifier/how-much';
import { byCorner } from '$lib/domain/signifier/corners';
import { CORNER_ORDERS } from '$lib/domain/signifier/corners';
import { TriadPlacementSchema } from '$lib/domain/signifier/answer';

const amount = fc.constantFrom(...AMOUNTS);
const steps = fc.tuple(amount, amount, amount) satisfies fc.Arbitrary<Steps>;

describe('three amounts', () => {
  it('make a placement that can be stored, or none at all for three times "none"', () => {
    fc.assert(
      fc.property(steps, (said) => {
        const at = placementOfSteps(said);
        expect(at === null).toBe(isNoneOfThese(said));
        if (at !== null) expect(TriadPlacementSchema.safeParse({ ...at }).success).toBe(true);
      }),
    );
  });

  it('give a label with more of it the larger share, equal amounts the same, and "none" nothing', () => {
    fc.assert(
      fc.property(
        steps.filter((said) => !isNoneOfThese(said)),
        (said) => {
          const at = placementOfSteps(said);
          if (at === null) throw new Error('something was said');
          const shares = [at.a, at.b, at.c];
          said.forEach((one, i) => {
            if (one === 0) expect(shares[i]).toBe(0);
            said.forEach((other, j) => {
              expect(Math.sign((shares[i] ?? 0) - (shares[j] ?? 0))).toBe(Math.sign(one - other));
            });
          });
        },
      ),
    );
  });

  it('say the same whichever label is asked first', () => {
    fc.assert(
      fc.property(
        steps.filter((said) => !isNoneOfThese(said)),
        fc.constantFrom(...CORNER_ORDERS),
        (said, order) => {
          const turned = order.map((label) => said[label] ?? 0) as [Amount, Amount, Amount]; // an order has three labels
          const [straight, other] = [placementOfSteps(said), placementOfSteps(turned)];
          if (straight === null || other === null) throw new Error('something was said');
          expect(other).toEqual(byCorner(straight, order));
        },
      ),
    );
  });

  it('fall on nineteen places', () => {
    const places = new Set(
      AMOUNTS.flatMap((a) => AMOUNTS.flatMap((b) => AMOUNTS.map((c) => placementOfSteps([a, b, c]))))
        .filter((at) => at !== null)
        .map((at) => [at.a, at.b, at.c].map((share) => share.toFixed(6)).join()),
    );
    expect(places.size).toBe(19);
  });
});
