import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSheaf, type SheafOptions } from '$lib/ui/door/sheaf-drawing';

const POSES = ['standing', 'lying'] as const;
const options = fc.record({
  seed: fc.integer(),
  stalks: fc.integer({ min: 0, max: 400 }),
  pose: fc.constantFrom(...POSES),
});
const moves = (paths: readonly { d: string }[]) => paths.flatMap(({ d }) => d.match(/M/g) ?? []).length;
const numbers = (paths: readonly { d: string }[]) =>
  paths.flatMap(({ d }) => (d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number));

describe('the sheaf', () => {
  it('is the same picture for the same seed, and another for another', () => {
    const asked: SheafOptions = { seed: 7, stalks: 80, pose: 'standing' };
    expect(drawSheaf(asked)).toEqual(drawSheaf({ ...asked }));
    expect(drawSheaf(asked)).not.toEqual(drawSheaf({ ...asked, seed: 8 }));
  });

  it('has exactly as many stalks and heads as asked for, and one tie', () => {
    fc.assert(
      fc.property(options, (asked) => {
        const { stalks, heads, tie } = drawSheaf(asked);
        expect(moves(stalks)).toBe(asked.stalks);
        expect(moves(heads)).toBe(asked.stalks);
        expect(moves([tie])).toBe(3);
      }),
      { numRuns: 60 },
    );
  });

  it('stays on its paper, whatever the seed', () => {
    fc.assert(
      fc.property(options, (asked) => {
        const drawn = drawSheaf(asked);
        const largest = Math.max(drawn.width, drawn.height);
        const all = numbers([...drawn.stalks, ...drawn.heads, drawn.tie]);
        expect(all.every((number) => number >= 0 && number <= largest)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('needs a dozen elements or two, however many stalks it has', () => {
    const { stalks, heads } = drawSheaf({ seed: 1, stalks: 5000, pose: 'standing' });
    expect(stalks.length + heads.length).toBeLessThan(24);
  });
});
