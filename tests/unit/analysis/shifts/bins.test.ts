import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binned, NO_BIN } from '$lib/analysis/shifts/bins';
import { STONE_SCALE, triadPlane } from '$lib/analysis/representation/design-scale';
import { blockOf, triadOf } from '../blocks';

const centreOf = ({ grid, of }: ReturnType<typeof binned>, story: number): number[] => {
  const bin = of[story] ?? 0;
  return Array.from(grid.centres.subarray(bin * grid.width, (bin + 1) * grid.width));
};

describe('the bins', () => {
  it('leave taps on corners and edge middles where they are', () => {
    const taps = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0.5, 0.5, 0],
      [0.5, 0, 0.5],
      [0, 0.5, 0.5],
    ] as const;
    const bins = binned(triadOf(taps));
    expect(bins.grid.count).toBe(231);
    taps.forEach(([, b, c], i) => {
      const [x = 0, y = 0] = centreOf(bins, i);
      const [tapX, tapY] = triadPlane(b, c);
      expect(Math.hypot(x - tapX, y - tapY)).toBeLessThan(1e-12);
    });
  });

  it('take the nearest of the 231 nodes of a triad', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (p, q) => {
        const [b, c] = p + q <= 1 ? [p, q] : [1 - p, 1 - q];
        const bins = binned(triadOf([[1 - b - c, b, c]]));
        const [x, y] = triadPlane(b, c);
        const away = (node: number): number =>
          Math.hypot((bins.grid.centres[2 * node] ?? 0) - x, (bins.grid.centres[2 * node + 1] ?? 0) - y);
        const nearest = Math.min(...Array.from({ length: bins.grid.count }, (_, node) => away(node)));
        expect(away(bins.of[0] ?? 0)).toBeCloseTo(nearest, 9);
      }),
    );
  });

  it('keep ends and middle of a slider, the cell of a stone, the option of a choice', () => {
    const ends = binned(blockOf('slider', 1, [[0], [0.5], [1], null]));
    expect([0, 1, 2].map((story) => centreOf(ends, story)[0])).toEqual([0, 0.5, 1]);
    expect(ends.of[3]).toBe(NO_BIN);
    const stone = binned(blockOf('stone', 2, [[0.999 * STONE_SCALE, 0.01 * STONE_SCALE]]));
    expect(stone.of[0]).toBe(15);
    const choice = binned(blockOf('choice', 3, [[0, 0.3, 0]]));
    expect(choice.of[0]).toBe(1);
    expect(binned(blockOf('option', 1, [[0], [0.577]])).of).toEqual(Uint16Array.of(0, 1));
  });
});
